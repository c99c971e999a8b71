"""TRL's GRPOTrainer itself, with a tiny random model on the CPU: nothing comes from a hub."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["CUDA_VISIBLE_DEVICES"] = ""

from typing import TYPE_CHECKING, Any

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM
from trl import GRPOConfig, GRPOTrainer

from RLVE_Gym import LocalServer, RlveGymClient
from RLVE_Gym.integrations.datasets import build_dataset, stream_curriculum
from RLVE_Gym.integrations.trl import RlveGymReward

if TYPE_CHECKING:
    from collections.abc import Iterator


STEPS, PROMPTS, GENERATIONS = 3, 2, 4


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with LocalServer() as server:
        yield server.start()


@pytest.fixture
def client(base_url: str) -> Iterator[RlveGymClient]:
    with RlveGymClient(base_url) as client:
        yield client


class RecordedReward(RlveGymReward):
    """Remembers what the trainer called it with."""

    def __init__(self, base_url: str) -> None:
        super().__init__(base_url)
        self.calls: list[list[str]] = []

    def __call__(self, completions: Any, problem_id: Any = (), **kwargs: Any) -> list[float | None]:
        self.calls.append(list(problem_id))
        return super().__call__(completions, problem_id, **kwargs)


def tokenizer() -> PreTrainedTokenizerFast:
    """A token a byte, and no text that was ever trained on."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {token: number for number, token in enumerate(["<pad>", "<eos>", *alphabet])}
    inner = Tokenizer(models.BPE(vocabulary, []))
    inner.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    return PreTrainedTokenizerFast(
        tokenizer_object=inner,
        pad_token="<pad>",
        eos_token="<eos>",
        chat_template="{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}",
    )


def model(vocabulary: int) -> Qwen2ForCausalLM:
    sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1}
    heads = {"num_attention_heads": 2, "num_key_value_heads": 2}
    return Qwen2ForCausalLM(
        Qwen2Config(vocab_size=vocabulary, max_position_embeddings=4096, **sizes, **heads)
    )


def train(reward: RlveGymReward, folder: Path, dataset: Any, **options: Any) -> GRPOTrainer:
    text = tokenizer()
    trainer = GRPOTrainer(
        model=model(len(text)),
        processing_class=text,
        reward_funcs=reward,
        train_dataset=dataset,
        args=GRPOConfig(
            output_dir=str(folder),
            use_cpu=True,
            max_steps=STEPS,
            per_device_train_batch_size=PROMPTS * GENERATIONS,
            num_generations=GENERATIONS,
            max_completion_length=4,
            report_to=[],
            logging_steps=1,
            save_strategy="no",
            **options,
        ),
    )
    trainer.train()
    return trainer


def test_draws_verifies_and_reports(base_url: str, client: RlveGymClient, tmp_path: Path) -> None:
    main = client.curriculum("main")
    main.load({"environments": ["Sorting", "Multiplication"], "min_samples": 10**6})
    reward = RecordedReward(base_url)
    trainer = train(reward, tmp_path, stream_curriculum(base_url, "main", draws_ahead=PROMPTS))
    # Each step scores all completions of a prompt beside each other, once.
    assert len(reward.calls) == STEPS
    for ids in reward.calls:
        assert ids == [ids[place] for place in (0, GENERATIONS) for _ in range(GENERATIONS)]
    assert len({name for ids in reward.calls for name in ids}) == STEPS * PROMPTS
    state = main.state()
    # The loader is a batch ahead at most: nothing was drawn to be shuffled.
    assert STEPS * PROMPTS <= state["draws"] <= (STEPS + 2) * PROMPTS
    told = [environment["total_samples"] for environment in state["environments"].values()]
    assert sum(told) == STEPS * PROMPTS * GENERATIONS
    logged = [entry["rlve_gym/reward"] for entry in trainer.state.log_history[:STEPS]]
    assert logged == [-1] * STEPS


def test_updates_that_reuse_a_generation_report_it_once(
    base_url: str, client: RlveGymClient, tmp_path: Path
) -> None:
    main = client.curriculum("reused")
    main.load({"environments": ["Sorting"], "min_samples": 10**6})
    dataset = stream_curriculum(base_url, "reused", draws_ahead=PROMPTS)
    train(
        RlveGymReward(base_url),
        tmp_path,
        dataset,
        num_iterations=2,
        gradient_accumulation_steps=2,
    )
    # Of 2 x 2 prompts that are generated at once, both updates learn: 3 updates are 2 generations.
    [progress] = main.state()["environments"].values()
    assert progress["total_samples"] == 2 * 2 * PROMPTS * GENERATIONS


def test_a_fixed_dataset(base_url: str, client: RlveGymClient, tmp_path: Path) -> None:
    reward = RecordedReward(base_url)
    train(reward, tmp_path, build_dataset(client, "Sorting", seeds=range(8)))
    assert [len(ids) for ids in reward.calls] == [PROMPTS * GENERATIONS] * STEPS


def test_processes_take_their_shares_of_the_same_draws(
    base_url: str, client: RlveGymClient, tmp_path: Path
) -> None:
    main = client.curriculum("shared")
    main.load({"environments": ["Sorting"], "min_samples": 10**6})
    worker = Path(__file__).with_name("worker.py")
    launch = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node=2"]
    subprocess.run([*launch, str(worker), base_url, str(tmp_path)], check=True, timeout=100)
    shares = [(tmp_path / f"{rank}.txt").read_text().split() for rank in range(2)]
    assert [len(share) for share in shares] == [STEPS * PROMPTS * GENERATIONS] * 2
    # A group is one problem; no two groups are of the same, in whichever process.
    groups = Counter(shares[0] + shares[1])
    assert set(groups.values()) == {GENERATIONS}
    assert len(groups) == 2 * STEPS * PROMPTS
    [progress] = main.state()["environments"].values()
    assert progress["total_samples"] == 2 * STEPS * PROMPTS * GENERATIONS
