"""The name under which verifiers finds the taskset: `vf-eval rlve-gym-taskset`."""

from RLVE_Gym.integrations.verifiers_taskset import RlveGymTaskset

__all__ = ["RlveGymTaskset"]
