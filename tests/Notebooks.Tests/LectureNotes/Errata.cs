namespace Notebooks.Tests.LectureNotes;

/// <summary>
/// The slips, the differing conventions and the garbled places of the five sets of lecture notes: the one source of the
/// tables in notebook 10. A vertical bar would end a table cell, so norms are <c>\lVert … \rVert</c>.
/// </summary>
public static class Errata
{
    private const string Gates = "01-scalar-gates",
        Unit = "02-linear-and-logistic-regression",
        Batch = "03-two-layers-batch-of-three",
        Backpropagation = "04-backpropagation",
        Flowers = "05-iris-softmax",
        Optimizers = "06-optimizers",
        Notes = "10-lecture-notes";

    public static IReadOnlyList<Erratum> Errors { get; } =
    [
        new(
            "E1",
            "gates",
            @"× gate: $\partial z/\partial x_i=z/x_i$",
            @"the product of the other inputs, $\prod_{j\ne i}x_j$; $z/x_i$ equals it only where $x_i\ne0$",
            Gates
        ),
        new(
            "E2",
            "gates",
            @"max gate: $\partial z/\partial x_i=\mathbf 1[x_i=z]$",
            @"right while one input wins; at a tie it is no subgradient, for max(x, x) would get slope 2",
            Gates
        ),
        new(
            "E3",
            "gates",
            @"$\partial L/\partial b^{[1]}=\delta^{[1]}(A^{[0]})^\mathsf{T}=\dots u^\mathsf{T}$",
            @"the middle term belongs to the weights; it is $\delta^{[1]}u^\mathsf{T}$, as the last term says",
            Batch
        ),
        new(
            "E4",
            "gates",
            @"in general, $Z^{[l]}=W^{[l]}A^{[l-1]}+b^{[l]}$",
            @"$+\,b^{[l]}u$, as in their own example: a column cannot be added to a wider matrix",
            Batch
        ),
        new(
            "E5",
            "gates",
            @"Adam: $V\leftarrow\frac{\beta_1V+(1-\beta_1)g}{(1-\beta_1)^t}$, and $S$ alike",
            @"keep $V$ and $S$ uncorrected; in the step use $V/(1-\beta_1^t)$ and $S/(1-\beta_2^t)$",
            Optimizers
        ),
        new(
            "E6",
            "gates",
            @"RMSProp divides by an average of the gradient's magnitude",
            @"by the root of an average of squares: for the gradients 4, 0, 0, 0 that is 2, and the "
                + @"average magnitude is 1",
            Optimizers
        ),
        new(
            "E7",
            "mlp",
            @"$\frac{\partial L}{\partial w_l}=\operatorname{diag}(r')\frac{\partial L}{\partial "
                + @"h_l}h_{l-1}$, stacked from factors $\frac{\partial L}{\partial w_{l,k}}r'$",
            @"$h_{l-1}^\mathsf{T}$ at the end, and $\frac{\partial L}{\partial h_{l,k}}$ in the stack",
            Notes
        ),
        new(
            "E8",
            "mlp",
            @"the chain $e\leftarrow h_L\leftarrow\dots\leftarrow h_1\leftarrow e$; $y_is_i$ beside $e^s$",
            @"the chain begins at $x$, so its right end is $x$; one example has one index or none: $ys$ beside $e^s$",
            Notes,
            Unit
        ),
        new(
            "E9",
            "delta",
            @"$\delta^{(j-1)}=\sigma'(z^{(i-1)})\,W^{(i)}\delta^{(j)}$",
            @"$i$ and $j$ are the same layer: one letter for both",
            Notes
        ),
        new(
            "E10",
            "delta",
            @"$a_i^{(j)}=\sigma(z_i^{(j-1)})$, and $w_{it}^{(j-1)}$ in the last steps",
            @"$a_i^{(j)}=\sigma(z_i^{(j)})$, and $w_{it}^{(j)}$",
            Notes
        ),
        new(
            "E11",
            "delta",
            @"$\frac{\partial L}{\partial w_{it}}=\sum_k\delta_k\,\sigma(z_i)$, then "
                + @"$\delta_k\,\sigma(z_i)$ with no sum",
            @"only the term $k=t$ is not zero: $\delta_t\,\sigma(z_i)$",
            Notes
        ),
        new(
            "E12",
            "delta",
            @"$\delta^{(m)}=z^{(m)}-y$, one line below $2(z_k^{(m)}-y_k)$",
            @"$2(z^{(m)}-y)$; the 2 has been dropped, which only doubles the rate that suits",
            Backpropagation
        ),
        new(
            "E13",
            "graph",
            @"$w_{ij}$ and $w_{ji}$ for one weight; $j$ a unit, then a layer, then a unit again",
            @"$w_{ji}$ leads from unit $i$ to unit $j$, a layer is $T$, and $z_k=\sum_va_vw_{kv}$",
            Notes
        ),
        new(
            "E14",
            "iris",
            @"$[y_1\;y_2\;y_3]=[w_1\;w_2\;w_3\;w_4]\,\mathbf x+b$; later 3 scores from $W^1$ with $n$ rows, "
                + @"and from $W^2$ with $m$",
            @"three scores need three rows: $W$ is 3 × 4 there, and $n=3$; $W^2$ has $m=3$ rows",
            Flowers
        ),
        new(
            "E15",
            "iris",
            @"$L=-\log(\mathbf o^s)$, and $-\log p(\mathbf y)$",
            @"$\mathbf o^s$ and $\mathbf y$ are vectors; the loss is one entry, $-\log o^s_y$",
            Flowers
        ),
        new(
            "E16",
            "iris",
            @"$\frac{\partial L}{\partial W^2}=\bigl(\frac{\partial L}{\partial\mathbf "
                + @"o^a}\bigr)^\mathsf{T}\mathbf h^s$, and $\frac{\partial L}{\partial W^1}$ alike",
            @"this fits examples in rows; with columns, as in their forward pass, it is "
                + @"$\frac{\partial L}{\partial\mathbf o^a}(\mathbf h^s)^\mathsf{T}$",
            Flowers
        ),
        new(
            "E17",
            "iris",
            @"$\frac{\partial L}{\partial\mathbf h^s}=W^2\,\frac{\partial L}{\partial\mathbf o^a}$",
            @"$(W^2)^\mathsf{T}\,\frac{\partial L}{\partial\mathbf o^a}$ with columns; the printed line fits "
                + @"neither columns nor rows",
            Flowers
        ),
        new(
            "E18",
            "graph",
            @"the output case, $\frac{\partial L}{\partial y}\,g(z_i)$",
            @"a factor $g'(z_j)$ is missing; right if, and only if, the output is linear",
            Notes
        ),
        new(
            "E19",
            "iris",
            @"$\theta^{t+1}=\theta^t-\eta\nabla L(f(\mathbf x^t,\theta),y^t)$",
            @"$\theta^t$ inside as well: the gradient of this moment's weights",
            Flowers
        ),
        new(
            "E20",
            "gates",
            @"in the recap, $x^\mathsf T$; on the page on optimizers, $W^{[L]}$ and $b^{[L]}$ for every layer",
            @"$X^\mathsf T$, for it is the batch; $W^{[l]}$ and $b^{[l]}$",
            Notes
        ),
        new(
            "E21",
            "delta",
            @"“adjust $w$'s by $\nabla L_w$”",
            @"*against* it, and by a multiple: $w\leftarrow w-\alpha\nabla L_w$",
            Notes
        ),
        new("E22", "mlp", @"a one-hot column with a $c$ among the zeros", @"a 1 in row $c$", Notes),
        new(
            "E23",
            "delta",
            @"$\frac{\partial L}{\partial w_{ik}}=\sum_k\frac{\partial L}{\partial z_k}\frac{\partial "
                + @"z_k}{\partial w_{ik}}\,\delta_k$",
            @"the last $\delta_k$ is a label of the first factor, and $k$ cannot be both summed over and free",
            Notes
        ),
        new("E24", "graph", @"$w_{ji}$ is the linear output model for unit $j$", @"$z_j=\sum_ia_iw_{ji}$ is", Notes),
        new(
            "E25",
            "iris",
            @"$[\mathbf y]=\operatorname{ReLU}(W^1\mathbf x+\mathbf b^1)$ below $\mathbf "
                + @"y=W^2\operatorname{ReLU}(W^1\mathbf x+\mathbf b^1)+\mathbf b^2$",
            @"$\mathbf h^s=\operatorname{ReLU}(W^1\mathbf x+\mathbf b^1)$: the first layer's output, and no score",
            Flowers
        ),
        new("E26", "gates", @"given: $x_i$ inputs, $y$ output", @"$y$ is the label; the output is $\hat y$", Unit),
        new(
            "E27",
            "delta",
            @"a column of $n_{i-1}$ entries, times $W^{(i)}$, is a column of $n_i$",
            @"a row times $W^{(i)}$ is a row; a column needs $(W^{(i)})^\mathsf T$",
            Notes
        ),
    ];

    public static IReadOnlyList<Erratum> Conventions { get; } =
    [
        new(
            "C1",
            "gates, iris",
            @"gates call $y\ln\hat y+(1-y)\ln(1-\hat y)$ the loss; iris writes $L$ for $\log p(y)$ "
                + @"and for $-\log p(y)$",
            @"that is the log-likelihood, to be maximised; our loss is its negative, to be minimised",
            Unit,
            Flowers
        ),
        new(
            "C2",
            "gates",
            @"$\epsilon$ inside the root for RMSProp, $\sqrt{S+\epsilon}$, and outside for Adam, $\sqrt S+\epsilon$",
            @"each as in the notes; inside the root, $\epsilon$ = 1e−8 drowns gradients below 1e−4",
            Optimizers
        ),
        new(
            "C3",
            "delta",
            @"$W^{(i)}$ is $n_{i-1}\times n_i$, inputs × outputs, and so is its $\nabla$",
            @"outputs × inputs: both are the transpose, as the note says of $\delta a^\mathsf{T}$",
            Notes
        ),
        new(
            "C4",
            "delta",
            @"the loss is the sum over the examples",
            @"the mean: $m$ times smaller, with all gradients",
            Notes
        ),
        new(
            "C5",
            "mlp",
            @"row-wise multiplication, $r'\odot W$",
            @"$\operatorname{diag}(r')\,W$; our $\odot$ wants equal shapes",
            Notes
        ),
        new(
            "C6",
            "delta, graph",
            @"no biases in the derivation (graph has one in its circuit)",
            @"a bias in every layer, its gradient is $\delta u^\mathsf{T}$",
            Notes
        ),
        new(
            "C7",
            "gates",
            @"$b_1$ is a vector and its first entry; $b_2$ its second entry and the output's bias",
            @"$b_1$ is always the vector, $b_2$ always the output's",
            Batch
        ),
        new(
            "C8",
            "delta, iris",
            @"$m$ is the last layer (delta), or counts the classes, $\operatorname{onehot}_m(y)$ (iris)",
            @"$m$ is the number of examples, $N$ the last layer",
            Notes
        ),
        new(
            "C9",
            "iris",
            @"beside the gradients, “(matrix)” and “(matrix product)”",
            @"for one example a column times a row; for a batch the same product also sums over the examples",
            Flowers
        ),
        new(
            "C10",
            "iris",
            @"$\frac{\partial L}{\partial\mathbf b}=\frac{\partial L}{\partial\mathbf o^a}$, and for "
                + @"the first layer alike",
            @"right for one example; a batch adds its examples up, $\frac{\partial L}{\partial O^a}u^\mathsf{T}$",
            Flowers
        ),
        new(
            "C11",
            "mlp",
            @"$\theta=(w_l,b_l,\;l=1,\dots,L)$, and no $\frac{\partial L}{\partial b_l}$",
            @"left to the reader: $\operatorname{diag}(r')\frac{\partial L}{\partial h_l}$, the formula for the "
                + @"weights with a 1 for $h_{l-1}$",
            Notes
        ),
        new(
            "C12",
            "gates, mlp",
            @"a capital $Z$ for one number (gates), a small $w_1$, $w_l$ for a matrix",
            @"capitals are matrices: $z$, $W_1$",
            Unit
        ),
        new(
            "C13",
            "delta",
            @"“Loss” is the sum, then the loss of one example; in $z^{(m)}(x^{(i)})$ the brackets mean a layer and "
                + @"an example",
            @"$L$ is that of the batch; layers in square brackets, examples in round ones",
            Notes
        ),
        new(
            "C14",
            "mlp",
            @"$y$ is one-hot, and one line below a class, $P(y=c)$; one-hot and logits are columns with a "
                + @"$\mathsf T$, so rows",
            @"$y$ is a column, the class is $c$",
            Notes
        ),
        new("C15", "iris", @"$\mathbf x$ and $\mathbf y$ printed as rows, used as columns", "columns", Flowers),
    ];

    public static IReadOnlyList<Erratum> Readings { get; } =
    [
        new("G1", "gates", @"$A\odot(I-A)$", @"$A\odot(1-A)$, with a 1 in every place: $I$ is not the identity", Batch),
        new("G2", "delta", @"“influence or forward pass”", @"inference", Notes),
        new(
            "G3",
            "delta",
            @"$\delta^{(m)}$ is a fraction: $p-y$ over $\frac{e^{z_i}}{\sum_je^{z_j}}$",
            @"$\delta^{(m)}=p-y$; what stands below says what $p$ is, softmax",
            Backpropagation
        ),
        new(
            "G4",
            "graph",
            @"$g(z_j)\sum v_kw_{kj}$, with the remark that it is the derivative",
            @"$g'(z_j)\sum_k\nabla_kw_{kj}$",
            Notes
        ),
        new("G5", "graph", @"“Output layer has t+1 layer”", @"has none: no layer comes after it", Notes),
        new("G6", "iris", @"the species Setosa, Virginica, Virginica", @"Setosa, Versicolor, Virginica", Flowers),
        new(
            "G7",
            "iris",
            @"in one matrix, $W^2$, entries with the superscripts 1 and 2, and indices up to $nn$",
            @"superscript 2 throughout, and indices up to $mn$: $W^2$ has a row for each output",
            Flowers
        ),
        new(
            "G8",
            "gates",
            @"Adam's step, $W=W^-\propto\frac{V}{\sqrt S+\epsilon}$",
            @"$W\leftarrow W-\alpha\frac{V}{\sqrt S+\epsilon}$",
            Optimizers
        ),
        new(
            "G9",
            "graph",
            @"the first layer's case, $(\underline m)\cdot\underline{n_i}$",
            @"$(\dots)\cdot x_i$: the same bracket as in the layers above, times the input",
            Notes
        ),
        new("G10", "graph", @"“(MCP)”, and “smallest MCP”", @"MLP, multilayer perceptron", Notes),
        new(
            "G11",
            "gates",
            @"“working backwards either by” the recursion",
            @"working backwards by it: no second way follows",
            Notes
        ),
    ];

    public static IEnumerable<Erratum> All => [.. Errors, .. Conventions, .. Readings];
}
