"""What `--help` says of the commands, at length."""

STUDIO = """\
GLIDE Studio, an image editor for artists built on GLIDE diffusion models.

Without a command it opens its window, on FILE if one is given. The commands below do their work
without a window."""

GENERATE = """\
Make a picture from a description. The picture is 256 x 256 pixels; the same prompt, seed and
options give it again."""

GENERATE_EXAMPLE = """\
example:
  glide-studio generate "a red apple on the grass" -o apple.png --seed 7"""

INPAINT = """\
Repaint the part of a picture that a mask marks, from a description of what should be there.

The mask is a picture of the same size: white is repainted and black kept. A picture with
transparent pixels needs no mask: what is transparent is painted. The picture may have any size;
beyond the mask and a narrow blend band around it, not one byte changes (but JPEG is lossy: for
exact bytes save as PNG or WebP)."""

INPAINT_EXAMPLE = """\
example:
  glide-studio inpaint room.jpg "a red teapot" --mask table.png -o room-with-teapot.png"""

OUTPAINT = """\
Go on with a picture beyond its edges, by as many pixels as the options say, from a description of
the whole. Where the picture itself is transparent, it is painted too.

All that is new is made at once, at 256 x 256 pixels, and scaled; in the picture not one byte
changes but in a narrow blend band along its edge."""

OUTPAINT_EXAMPLE = """\
example:
  glide-studio outpaint room.jpg "a room with a window" --right 200 -o wide-room.png"""

SKETCH = """\
Make a picture out of a rough one: noise is added to it up to some strength, and denoised from there
to what the description says. Patches of colour become things; a finished picture becomes a
variation of itself. With a mask, what is black in it is kept."""

SKETCH_EXAMPLE = """\
examples:
  glide-studio sketch patches.png "a red apple on the grass" --strength 0.7 -o apple.png
  glide-studio sketch apple.png "a red apple on the grass" --strength 0.4 --count 4 -o other.png"""

UPSCALE = """\
Make a picture of up to 2048 x 2048 pixels four times as wide and high. The upsampler draws it in
overlapping tiles that agree at every step. A description can help, and is not needed."""

UPSCALE_EXAMPLE = """\
example:
  glide-studio upscale apple.png -o large-apple.png"""

MODELS = "List the models that are installed, by the names that --model takes."

TRAIN = """\
Train one of the networks of a starter model: the base, which draws 64 x 64 pixels, the upsampler,
which brings that to 256 x 256, or the noised CLIP, which tells how well a picture fits its caption.
Or rebuild the data pack that they are trained on. Needs pip install glide-studio[train].

Captioned scenes (objects in some colour, standing at a place) are composed on the fly out of the
cut-outs and places of the data pack.

FOLDER then holds
  model.safetensors      the weights to use: their moving average, in half precision
  state.pt               all that is needed to go on
  log.jsonl, loss.png    the loss, every half minute
  sheet_1.png ...        what the network draws as each quarter of the training is over

Ctrl+C is safe: every file is whole at any time, and --resume goes on from the last checkpoint,
which is at most two minutes old."""

TRAIN_EXAMPLE = """\
example:
  glide-studio train base --data pack.zip --out runs/base --minutes 90"""

TRAIN_PACK = """\
Rebuild the data pack from the packages that it is made of. They are fetched with npm, pip and
apt-get; a source that cannot be had is left out, and named.

Needs pip install glide-studio[pack]."""

EVALUATE = """\
Measure how well a starter model draws what its prompts say, and how well it upsamples and inpaints.

A judge, trained first (FOLDER/judge.safetensors keeps it), looks for noun, colour, place and count
in pictures of captions that training saw and of pairs that it never did, at several guidance
scales, and for objects painted into photographs. FOLDER then holds evaluation.json and
evaluation.png. Needs pip install glide-studio[train].

With “samplers” in place of a model's name: measure what each sampler makes of how many network
evaluations. The same seeds are drawn by each, at 5 to 100 steps, and compared with a thousand
steps; likewise the upsampler, guidance in a part of the noise levels, and whole settings. FOLDER
then holds samplers.json and samplers.png. This takes most of an hour on two processors."""

EVALUATE_EXAMPLE = """\
examples:
  glide-studio evaluate starter --data pack.zip --pictures 100
  glide-studio evaluate samplers --data pack.zip"""

BENCH = """\
Measure what the program costs on this machine: seconds per step and per picture, peak memory,
seconds from the start to the window, the first preview and the picture, how long the window keeps
an artist waiting while a picture is being made, and how edits grow with the size of the picture.

Nothing else should run meanwhile. A limit is what the program promises; the baseline is the same
networks computed the plain way, and the ceiling the most that the machine can compute."""

BENCH_EXAMPLE = """\
examples:
  glide-studio bench --quick
  glide-studio bench --json > today.json
  glide-studio bench --compare today.json --only window_up,edit_8k"""

STEPS = (
    "a number such as 30, spaced as suits the sampler, a number for each equal part of the "
    "schedule such as 10,10,3,2,2, fast27, an even stride such as ddim50, even steps from the "
    "noisiest such as trailing30, or steps even in how noisy they are such as logsnr15 and karras15"
)
