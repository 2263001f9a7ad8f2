"""The network of a spec: the released U-Net, or our upsampler that learns a residual."""

import torch
from torch import Tensor, nn

from glide_studio.engine.schedule import NoiseSchedule
from glide_studio.engine.spec import ModelSpec
from glide_studio.engine.unet import GlideUNet, enlarged


class ResidualUpsampler(GlideUNet):
    """An upsampler whose U-Net learns only the difference from the enlarged low-res picture (Li et
    al., arXiv 2104.14951); it returns the velocity of the whole picture."""

    sigma: Tensor

    def __init__(self, spec: ModelSpec) -> None:
        super().__init__(spec)
        every_step = torch.arange(spec.diffusion_steps, device="cpu")
        sigma = NoiseSchedule(spec.betas).sigma[every_step]
        # A buffer moves to the network's device, so that no step waits for a transfer.
        self.register_buffer("sigma", sigma, persistent=False)

    def output(self, predicted: Tensor, timesteps: Tensor, low_res: Tensor | None) -> Tensor:
        assert low_res is not None  # or forward would have raised
        residual, variance = predicted.chunk(2, dim=1)
        v = residual - self.sigma[timesteps] * enlarged(low_res, predicted)
        return torch.cat([v, variance], dim=1)


def network_of(spec: ModelSpec) -> GlideUNet:
    """A network without meaningful weights."""
    return ResidualUpsampler(spec) if spec.residual else GlideUNet(spec)


def build_model(spec: ModelSpec) -> GlideUNet:
    """A network with fresh weights: embeddings small and normal, residual branches at zero."""
    model = network_of(spec)
    for table in (model.token_embedding.weight, model.positional_embedding):
        nn.init.normal_(table, std=0.02)
    nn.init.normal_(model.padding_embedding, std=0.02)
    return model
