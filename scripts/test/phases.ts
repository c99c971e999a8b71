import { uwsFolder, uwsModules } from "./uws.ts";

/** A part of the tests: a program that writes what it ran as a JUnit report. */
export interface Phase {
  readonly name: string;
  /** What it does, in a few words. */
  readonly about: string;
  /** The command that runs it and writes its report to the path. */
  command(report: string): readonly string[];
  /** A step on the way to tests, which writes no report. */
  readonly isPreparation?: true;
  /** What must be there before anything begins. */
  readonly needs?: readonly Need[];
}

/** Something that tests need of the machine. */
export interface Need {
  /** One line that says what is missing and how to get it. */
  readonly missing: string;
  /** Commands of which one must succeed; the first that does is kept in the variable, if there is one. */
  readonly candidates: readonly (readonly string[])[];
  readonly variable?: string;
  /** What may provide it, where it is missing and this user may: commands, one after the other. */
  readonly install?: readonly (readonly string[])[];
}

/** Ends with 0 where Python is new enough and can make virtual environments. */
const PYTHON_CHECK = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))";

const python: Need = {
  missing:
    "the tests need Python 3.10 or newer with venv (Debian: python3-venv); PYTHON=… names one that is not in the path",
  candidates: (process.env.PYTHON
    ? [process.env.PYTHON]
    : ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10", "python"]
  ).map((name) => [name, "-c", PYTHON_CHECK]),
  variable: "PYTHON",
};

const networks: Need = {
  missing:
    "the tests of vanished peers need Linux, ip (Debian: iproute2), and leave to make networks of their own by unshare",
  candidates: [
    [
      "unshare",
      "--map-root-user",
      "--net",
      "--pid",
      "--fork",
      "--mount-proc",
      "ip",
      "link",
      "set",
      "lo",
      "up",
    ],
  ],
};

const redis: Need = {
  missing: "the tests of the Redis store need redis-server (Debian: apt-get install redis-server)",
  candidates: [["redis-server", "--version"]],
  // Without the recommended packages, and without starting it as a service of the machine.
  install: [
    ["apt-get", "update"],
    ["env", "RUNLEVEL=1", "apt-get", "install", "-y", "--no-install-recommends", "redis-server"],
  ],
};

const uwsPath = `NODE_PATH=${uwsModules}`;

const uws: Need = {
  missing:
    "the tests over uWebSockets.js need it (260 MB) from npm, and Node 20, 22 or 24 on Linux, macOS or Windows",
  candidates: [["env", uwsPath, process.execPath, "-e", "require('uWebSockets.js')"]],
  // Its maintainers' own is on GitHub; this is the same by another.
  install: [
    [
      "npm",
      "install",
      "--no-save",
      "--ignore-scripts",
      "--prefix",
      uwsFolder,
      "uWebSockets.js@npm:uwebsockets@3.0.6",
    ],
  ],
};

const systemd: Need = {
  missing:
    "the test of the unit for systemd needs systemd-analyze (Debian: apt-get install systemd)",
  candidates: [["systemd-analyze", "--version"]],
  install: [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "systemd"],
  ],
};

const openssl: Need = {
  missing: "the tests of a Redis over TLS need openssl for a certificate (Debian: openssl)",
  candidates: [["openssl", "version"]],
};

const haproxy: Need = {
  missing: "the tests of several servers need haproxy (Debian: apt-get install haproxy)",
  candidates: [["haproxy", "-v"]],
  install: [
    ["apt-get", "update"],
    ["env", "RUNLEVEL=1", "apt-get", "install", "-y", "--no-install-recommends", "haproxy"],
  ],
};

const chromium: Need = {
  missing:
    "the tests of the page need Chromium (Debian: apt-get install chromium); CHROMIUM=… names one that is not in the path",
  candidates: (process.env.CHROMIUM
    ? [process.env.CHROMIUM]
    : ["chromium", "chromium-browser", "google-chrome"]
  ).map((name) => [name, "--version"]),
  variable: "CHROMIUM",
  install: [
    ["apt-get", "update"],
    ["apt-get", "install", "-y", "--no-install-recommends", "chromium"],
  ],
};

const nginx: Need = {
  missing: "the tests of a path prefix need nginx (Debian: apt-get install nginx-light)",
  candidates: [["nginx", "-v"]],
  // Without starting it as a service of the machine.
  install: [
    ["env", "RUNLEVEL=1", "apt-get", "install", "-y", "--no-install-recommends", "nginx-light"],
  ],
};

/** Vitest by the names of its projects, which vitest.config.ts has. */
const vitest = (report: string, ...projects: string[]) => [
  "npx",
  "vitest",
  "run",
  ...projects.map((project) => `--project=${project}`),
  "--reporter=default",
  "--reporter=junit",
  `--outputFile.junit=${report}`,
];

/** What `npm test` and `npm run test:services` run, in this order, and other commands by name. */
export const phases: readonly Phase[] = [
  {
    name: "build",
    about: "dist/, from which the Python package starts its servers",
    command: () => ["npm", "run", "--silent", "build"],
    isPreparation: true,
  },
  {
    name: "server",
    about: "environments, protocol, server, client and command line",
    command: (report) => vitest(report, "environments", "server"),
  },
  {
    name: "python",
    about: "the Python package: lint, types, and tests against the built server",
    command: (report) => ["python/test", `--junitxml=${report}`],
    needs: [python],
  },
  {
    name: "services",
    about: "what needs networks, mounts or process namespaces of its own",
    command: (report) => vitest(report, "services"),
    needs: [networks, systemd],
  },
  {
    name: "uws",
    about: "the server's tests again, over uWebSockets.js instead of node:http and ws",
    command: (report) => ["env", uwsPath, "RLVEGYM_TRANSPORT=uws", ...vitest(report, "uws")],
    needs: [uws],
  },
  {
    name: "redis",
    about: "curricula in a Redis: one server and several, outages, restarts, cut connections",
    command: (report) => vitest(report, "redis"),
    needs: [redis, openssl],
  },
  {
    name: "trainers",
    about:
      "the adapters with their libraries: reasoning-gym, Gymnasium, SkyRL-gym, Inspect, readers",
    command: (report) => ["python/test-trainers", `--junitxml=${report}`],
    needs: [python],
  },
  {
    name: "trl",
    about: "curricula in TRL's own GRPOTrainer, with torch (6 GB)",
    command: (report) => ["python/test-trl", `--junitxml=${report}`],
    needs: [python],
  },
  {
    name: "ray",
    about: "servers on the nodes of a Ray cluster: nodes, servers and drivers that end",
    command: (report) => ["python/test-ray", `--junitxml=${report}`],
    needs: [python],
  },
  {
    name: "proxies",
    about: "the configurations of nginx, HAProxy and Envoy, each before two servers",
    command: (report) => vitest(report, "proxies"),
    needs: [nginx, haproxy, python],
  },
  {
    name: "kubernetes",
    about: "deploy/kubernetes by kustomize, the published schemas, and the server's own names",
    command: (report) => vitest(report, "kubernetes"),
    needs: [python, redis],
  },
  {
    name: "fleet",
    about: "three servers behind an HAProxy and on a Redis, each killed in turn under load",
    command: (report) => vitest(report, "fleet"),
    needs: [redis, haproxy],
  },
  {
    name: "web",
    about: "the page in a browser: each view, by keyboard, behind a prefix, looked at by axe",
    command: (report) => vitest(report, "web"),
    needs: [chromium, nginx],
  },
  {
    name: "openapi",
    about: "every operation of the built server by what its document says of it, with schemathesis",
    command: (report) => ["test/services/openapi/run", `--report-junit-path=${report}`],
    needs: [python],
  },
];
