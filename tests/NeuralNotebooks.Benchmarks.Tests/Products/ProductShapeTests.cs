namespace NeuralNotebooks.Benchmarks.Tests;

public class ProductShapeTests
{
    [Fact]
    public void Every_product_of_a_training_step_has_the_sizes_of_its_layer()
    {
        Assert.Contains(
            ProductShape.All,
            shape => shape is { M: 128, N: 128, K: 784, TransposeA: false, TransposeB: false }
        );
        Assert.Contains(
            ProductShape.All,
            shape => shape is { M: 128, N: 784, K: 128, TransposeA: false, TransposeB: true }
        );
        Assert.Contains(
            ProductShape.All,
            shape => shape is { M: 128, N: 128, K: 10, TransposeA: true, TransposeB: false, Kind: ProductKind.Narrow }
        );
    }

    [Fact]
    public void The_operands_of_a_product_are_stored_transposed_where_it_says_so()
    {
        Product<float> product = new(new(ProductKind.Layer, "", M: 3, N: 4, K: 5, TransposeA: true, TransposeB: true));

        Assert.Equal((5, 3), (product.A.Matrix.Rows, product.A.Matrix.Columns));
        Assert.Equal((4, 5), (product.B.Matrix.Rows, product.B.Matrix.Columns));
        product.Multiply();
    }

    [Fact]
    public void Layers_and_middle_sizes_on_two_threads_have_the_higher_goal()
    {
        ProductShape layer = ProductShape.All.First(shape => shape.Kind == ProductKind.Layer);

        Assert.Equal(1.15, Goal(layer, threads: 1));
        Assert.Equal(1.0, Goal(ProductShape.Square(256), threads: 1));
        Assert.Equal(1.15, Goal(ProductShape.Square(256), threads: 2));
        Assert.Equal(1.0, Goal(ProductShape.Square(1024), threads: 2));
    }

    [Fact]
    public void Double_precision_must_reach_both_OpenBLAS_and_BLIS() => Assert.Equal(
        [new(ProductComparison.OpenBlasName, 1.0), new(ProductComparison.BlisName, 1.0)],
        ProductGoals.Of(ProductShape.Square(128), "fp64", threads: 1));

    private static double Goal(ProductShape shape, int threads) =>
        ProductGoals.Of(shape, "fp32", threads).Single(goal => goal.Against == ProductComparison.OpenBlasName).AtLeast;
}
