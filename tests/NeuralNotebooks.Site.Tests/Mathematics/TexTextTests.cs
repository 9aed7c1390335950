namespace NeuralNotebooks.Site.Tests;

public sealed class TexTextTests
{
    [Theory]
    [Cases(
        "x", "x",
        @"\partial L / \partial w_1", "∂L / ∂w_1",
        @"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial z}\,y", "∂L/∂x = ∂L/∂z y",
        @"\hat{y} - \hat y", "y\u0302 - y\u0302",
        @"\delta^{[1]} = (W^{[2]})^\top \delta^{[2]} \odot \mathbf{1}", "δ^[1] = (W^[2])^ᵀδ^[2] ⊙1",
        "\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "1 2 3 4",
        @"\{1, 2\}", "{1, 2}")]
    public void A_formula_can_be_read_as_a_line_of_text(string tex, string text) => Assert.Equal(text, TexText.Of(tex));
}
