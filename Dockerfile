# The base by an exact version; `--build-arg NODE_IMAGE=node:…@sha256:…` pins it by its digest.
ARG NODE_IMAGE=node:22.23.3-bookworm-slim

# All dependencies, which change only with the lock file; then the program, which the build bundles
# with all that it needs of them.
FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/bundle.js scripts/bundle-page.js scripts/copy-swagger-ui.js ./scripts/
COPY web ./web
COPY src ./src
RUN npm run build

# What changes least comes first. Nothing is written while it runs: it works with `--read-only`, and
# with `--user` as anyone.
FROM ${NODE_IMAGE}
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000
WORKDIR /app
COPY package.json README.md LICENSE NOTICE ./
COPY LICENSES ./LICENSES
COPY deploy/healthcheck ./deploy/
COPY --from=build /app/dist ./dist
# `node`, by its number: Kubernetes looks whether that is root's.
USER 1000
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["/app/deploy/healthcheck"]
# tini is PID 1, so that SIGTERM counts from the first moment: Linux ignores a signal to PID 1 that
# is not handled yet, and Node handles none while it starts. The server itself drains.
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", "dist/cli/main.js", "serve"]
