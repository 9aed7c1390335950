namespace Notebooks.Tests.LectureNotes;

/// <summary>The letters of the five sets of notes side by side: the one source of the table in notebook 10.</summary>
public static class Notation
{
    /// <summary>Where a set of notes has no such thing.</summary>
    private const string None = "–";

    public static IReadOnlyList<NotationRow> Rows { get; } =
    [
        new(
            "layer index",
            Gates: @"$W_1$; in general $W^{[l]}$",
            Mlp: @"$h_l$",
            Delta: @"$a^{(l)}$, also $(i)$, $(j)$",
            Graph: @"$T-1$, $T$, $T+1$",
            Iris: @"$W^2$, which is no square",
            Course: @"$W_1$; in general $W^{[l]}$; in 05 $W^2$"
        ),
        new("last layer", Gates: @"$N$", Mlp: @"$L$", Delta: @"$m$", Graph: None, Iris: @"2", Course: @"$N$"),
        new(
            "sizes",
            Gates: @"batch of 3",
            Mlp: @"$d$ units, $C$ classes",
            Delta: @"$n_i$ units of layer $i$",
            Graph: @"$n$ units",
            Iris: @"$n$ hidden units; $m$ outputs, or classes",
            Course: @"$m$ examples, $n$ units"
        ),
        new(
            "example index",
            Gates: @"$x^{(i)}$",
            Mlp: @"once $y_i$",
            Delta: @"$x^{[i]}$, later $x^{(i)}$",
            Graph: None,
            Iris: @"$\mathbf x^t$: that of step $t$",
            Course: @"$x^{(i)}$, a column of $X$"
        ),
        new(
            "weights",
            Gates: @"$W$, outputs × inputs; for one unit a column, $w^\mathsf Tx$, $w\in\mathbb R^{n\times1}$",
            Mlp: @"$w_l$, outputs × inputs; row $w_{l,k}$",
            Delta: @"$w_{ij}$ from $i$ to $j$: inputs × outputs",
            Graph: @"$w_{ji}$ from $i$ to $j$",
            Iris: @"$W^1$, outputs × inputs",
            Course: @"$W$, **outputs × inputs**"
        ),
        new(
            "bias",
            Gates: @"$bu$",
            Mlp: @"$b_l$",
            Delta: "none",
            Graph: @"none; $b$ in the circuit",
            Iris: @"$\mathbf b^1$",
            Course: @"$bu$, with $u$ a row of ones"
        ),
        new(
            "preactivation",
            Gates: @"$Z$",
            Mlp: @"$s_l$",
            Delta: @"$z^{(l)}$",
            Graph: @"$z_j$",
            Iris: @"$\mathbf h^a$, $\mathbf o^a$",
            Course: @"$Z$"
        ),
        new(
            "activation",
            Gates: @"$A=g(Z)$; $\sigma$ is the S-curve",
            Mlp: @"$h_l=r_l(s_l)$",
            Delta: @"$a=\sigma(z)$; $\sigma$ is ReLU",
            Graph: @"$a_i=g(z_i)$",
            Iris: @"$\mathbf h^s$, $\mathbf o^s$",
            Course: @"$A=g(Z)$; $\sigma$ is the S-curve"
        ),
        new(
            "prediction",
            Gates: @"$\hat y$",
            Mlp: @"$\hat y$, from $s$",
            Delta: @"$z^{(m)}$, or $p$",
            Graph: @"$\hat y$, later $y$",
            Iris: @"$\mathbf y$, $\mathbf o^s$",
            Course: @"$\hat y$"
        ),
        new(
            "label",
            Gates: @"$y$",
            Mlp: @"$y$, one-hot",
            Delta: @"$y^{[i]}$, one-hot",
            Graph: None,
            Iris: @"$y$, $\operatorname{onehot}(y)$",
            Course: @"$y$; one-hot, a column of $Y$"
        ),
        new(
            "error signal",
            Gates: @"$\delta^{[l]}=\partial L/\partial Z^{[l]}$",
            Mlp: @"$-e$ at the top; rows $\partial L/\partial h_l^\mathsf{T}$",
            Delta: @"$\delta^{(j)}$",
            Graph: @"$\nabla_j$",
            Iris: @"$\delta L/\delta\mathbf o^a$, where $\delta$ means $\partial$",
            Course: @"$\delta=\partial L/\partial Z$"
        ),
        new(
            "loss",
            Gates: @"$\frac13\lVert\hat y-y\rVert^2$; log-likelihood",
            Mlp: @"$\frac12\lvert y-s\rvert^2$; $-(ys-\log(1+e^s))$",
            Delta: @"$\lVert z^{(m)}-y\rVert^2$; cross-entropy",
            Graph: @"$L$, any",
            Iris: @"$-\log p(y)$",
            Course: @"squared error; cross-entropy"
        ),
        new(
            "its sign",
            Gates: "square falls, log-likelihood rises",
            Mlp: "falls",
            Delta: "falls",
            Graph: "falls",
            Iris: @"falls; once $+\log p$, which rises",
            Course: "a loss **falls**"
        ),
        new(
            "over examples",
            Gates: "mean",
            Mlp: "one example",
            Delta: "sum",
            Graph: "one example",
            Iris: "one example",
            Course: "**mean**"
        ),
        new(
            "learning rate",
            Gates: @"$\alpha$",
            Mlp: None,
            Delta: None,
            Graph: None,
            Iris: @"$\eta$",
            Course: @"$\alpha$; in 05 $\eta$"
        ),
        new(
            "an example is",
            Gates: "a column",
            Mlp: "a column; gradients are rows",
            Delta: "a column",
            Graph: "numbers, unit by unit",
            Iris: "a column forward, a row backward",
            Course: "**a column**"
        ),
    ];
}
