import pytest
import torch

from glide_studio.engine.clip import ClipImageEncoder, ClipTextEncoder, clip_gradient
from glide_studio.engine.tokenizer import ClipTokenizer
from tests.engine.golden import ARRAYS, FACTS, distance, fill, normal, released_parameters

TIMESTEPS = torch.tensor([0, 500])


@pytest.mark.parametrize(
    ("name", "encoder"), [("clip/image-enc", ClipImageEncoder), ("clip/text-enc", ClipTextEncoder)]
)
def test_encoders_have_the_released_names_and_shapes(name: str, encoder: type) -> None:
    with torch.device("meta"):
        built = {key: list(value.shape) for key, value in encoder().state_dict().items()}
    assert built == released_parameters()[name]


def test_embeddings_and_gradient_match_the_released_implementation() -> None:
    text_encoder, image_encoder = ClipTextEncoder(), ClipImageEncoder()
    fill(text_encoder, "clip_text")
    fill(image_encoder, "clip_image")
    for encoder in (text_encoder, image_encoder):
        encoder.eval().requires_grad_(False)
    tokens, lengths = zip(*map(ClipTokenizer().padded, FACTS["prompts"][:2]), strict=True)
    x = normal("clip/x", 2, 3, 64, 64).clamp(-1, 1)
    with torch.no_grad():
        text = text_encoder(torch.cat(tokens), torch.cat(lengths))
        image = image_encoder(x, TIMESTEPS)
    assert distance(text, ARRAYS["clip/text"]) < 1e-4
    assert distance(image, ARRAYS["clip/image"]) < 1e-4
    gradient = clip_gradient(image_encoder, text, x, TIMESTEPS, 3.0)
    assert distance(gradient[:, :, ::2, ::2], ARRAYS["clip/grad_scale3"]) < 1e-4
