# Build: all dependencies, compiled to dist/, then only what running needs.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json tsconfig.json tsconfig.build.json ./
RUN npm ci --ignore-scripts
COPY scripts/bundle.js scripts/copy-swagger-ui.js ./scripts/
COPY src ./src
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-slim
RUN apt-get update && apt-get install -y --no-install-recommends tini && rm -rf /var/lib/apt/lists/*
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8000
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json README.md LICENSE NOTICE ./
COPY LICENSES ./LICENSES
COPY deploy/healthcheck ./deploy/
USER node
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=3s --start-period=5s CMD ["/app/deploy/healthcheck"]
# tini is PID 1, so that SIGTERM counts from the first moment: Linux ignores a signal to PID 1 that
# is not handled yet, and Node handles none while it starts. The server itself drains.
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", "dist/cli/main.js", "serve"]
