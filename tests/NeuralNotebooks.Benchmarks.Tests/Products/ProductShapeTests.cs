namespace NeuralNotebooks.Benchmarks.Tests;

public class ProductShapeTests
{
    [Fact]
    public void Every_product_of_a_training_step_has_the_sizes_of_its_layer() =>
        Assert.Equal(
            ["128×784·784×128 NN", "128×128·128×784 NT", "784×128·128×128 TN"],
            ProductShape.All.Where(shape => shape.Name.StartsWith("784→128 ", StringComparison.Ordinal))
                .Select(shape => shape.Text)
        );

    [Fact]
    public void The_operands_of_a_product_are_stored_transposed_where_it_says_so()
    {
        Product<float> product = new(new("", M: 3, N: 4, K: 5, TransposeA: true, TransposeB: true));

        Assert.Equal((5, 3), (product.A.Matrix.Rows, product.A.Matrix.Columns));
        Assert.Equal((4, 5), (product.B.Matrix.Rows, product.B.Matrix.Columns));
        product.Multiply();
    }
}
