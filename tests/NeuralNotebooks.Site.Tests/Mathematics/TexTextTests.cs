namespace NeuralNotebooks.Site.Tests;

public sealed class TexTextTests
{
    [Theory]
    [InlineData("x", "x")]
    [InlineData(@"\partial L / \partial w_1", "∂L / ∂w_1")]
    [InlineData(@"\frac{\partial L}{\partial x} = \frac{\partial L}{\partial z}\,y", "∂L/∂x = ∂L/∂z y")]
    [InlineData(@"\hat{y} - \hat y", "y\u0302 - y\u0302")]
    [InlineData(@"\delta^{[1]} = (W^{[2]})^\top \delta^{[2]} \odot \mathbf{1}", "δ^[1] = (W^[2])^ᵀδ^[2] ⊙1")]
    [InlineData("\\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}", "1 2 3 4")]
    [InlineData(@"\{1, 2\}", "{1, 2}")]
    public void A_formula_can_be_read_as_a_line_of_text(string tex, string text) => Assert.Equal(text, TexText.Of(tex));
}
