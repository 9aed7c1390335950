namespace NeuralNotebooks.Course.Tests;

public class ReferenceTests
{
    private sealed record Batch(M X);

    [Fact]
    public void A_matrix_is_read_from_its_rows()
    {
        Batch values = Reference.Load<Batch>("batch-of-three");

        Assert.Equal((4, 3), (values.X.Rows, values.X.Columns));
        Assert.Equal(-1.206070886343341, values.X[0, 0]);
        Assert.Equal(1.163155324842333, values.X[0, 2]);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Fails.With<FileNotFoundException>("no-such", () => Reference.Load<Batch>("no-such"));
}
