"""Evaluation of a model on problems that it has not been trained on: `RLVE_Gym.evaluate`."""
