import { z } from "zod";

/* What kustomize makes of deploy/kubernetes, as far as tests look into it. */

const Labels = z.record(z.string(), z.string());
const Selector = z.object({ matchLabels: Labels });
const Port = z.union([z.int(), z.string()]);
const Get = z.object({ httpGet: z.object({ path: z.string(), port: Port }) });
const Amounts = z.object({ cpu: z.string().optional(), memory: z.string() });

const Variable = z.object({
  name: z.string(),
  valueFrom: z.object({
    secretKeyRef: z.object({ name: z.string(), key: z.string(), optional: z.boolean() }),
  }),
});

const Container = z.object({
  name: z.string(),
  image: z.string(),
  args: z.array(z.string()).default([]),
  env: z.array(Variable).default([]),
  envFrom: z.array(z.object({ configMapRef: z.object({ name: z.string() }) })).default([]),
  ports: z.array(z.object({ name: z.string(), containerPort: z.int() })),
  resources: z.object({ requests: Amounts, limits: Amounts }),
  securityContext: z.unknown(),
});

const Server = Container.extend({
  startupProbe: Get,
  livenessProbe: Get,
  readinessProbe: Get,
  lifecycle: z.object({ preStop: z.object({ sleep: z.object({ seconds: z.int() }) }) }),
});

const podOf = <C extends z.ZodType>(container: C) =>
  z.object({
    metadata: z.object({ labels: Labels }),
    spec: z.object({
      securityContext: z.looseObject({ runAsUser: z.int().optional() }),
      containers: z.tuple([container]),
    }),
  });

const workloadOf = <P extends z.ZodType>(template: P) =>
  z.object({ replicas: z.int().optional(), selector: Selector, template });

const ServerPod = podOf(Server).extend({
  spec: podOf(Server).shape.spec.extend({
    terminationGracePeriodSeconds: z.int(),
    topologySpreadConstraints: z.array(z.object({ labelSelector: Selector })),
  }),
});

const Peer = z.looseObject({ podSelector: z.looseObject({}).optional() });
const Rules = z.array(z.object({ ports: z.array(z.object({ port: Port })) }));

/** The specifications of what is looked into, by kind. */
export const specs = {
  Deployment: workloadOf(ServerPod),
  StatefulSet: workloadOf(podOf(Container)).extend({ serviceName: z.string() }),
  Service: z.object({
    selector: Labels,
    ports: z.tuple([z.object({ port: z.int(), targetPort: Port })]),
  }),
  PodDisruptionBudget: z.object({ selector: Selector }),
  NetworkPolicy: z.object({
    podSelector: Selector,
    ingress: Rules.and(z.array(z.object({ from: z.array(Peer) }))),
    egress: Rules.and(z.array(z.object({ to: z.array(Peer) }))),
  }),
  HorizontalPodAutoscaler: z.object({
    scaleTargetRef: z.object({ kind: z.string(), name: z.string() }),
    metrics: z.array(
      z.looseObject({
        pods: z
          .object({
            metric: z.object({ name: z.string() }),
            target: z.object({ averageValue: z.coerce.number() }),
          })
          .optional(),
        containerResource: z.object({ name: z.string(), container: z.string() }).optional(),
      }),
    ),
  }),
  PodMonitor: z.object({
    selector: Selector,
    podMetricsEndpoints: z.tuple([
      z.object({
        port: z.string(),
        path: z.string(),
        authorization: z.object({ credentials: z.object({ name: z.string(), key: z.string() }) }),
      }),
    ]),
  }),
};

/** An object of whatever kind. */
export const Resource = z.looseObject({
  kind: z.string(),
  metadata: z.object({ name: z.string() }),
  spec: z.unknown().optional(),
  data: z.record(z.string(), z.string()).optional(),
});

/** What the program beside this gives. */
export const Rendered = z.record(
  z.string(),
  z.object({ resources: z.array(Resource), faults: z.array(z.string()) }),
);
