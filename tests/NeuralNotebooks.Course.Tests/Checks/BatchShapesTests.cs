using Size = (int Rows, int Columns);

namespace NeuralNotebooks.Course.Tests;

public class BatchShapesTests
{
    private static readonly Size[] _right = [(3, 5), (3, 7), (3, 5), (3, 1)];

    private static readonly Size[] _shapes =
        [.. _right, (5, 3), (3, 6), (7, 3), (5, 7), (1, 3), (1, 1), (3, 0), (-1, 99), (0, 0)];

    [Fact]
    public void A_wrong_shape_is_named() =>
        ApprovedTexts.Check(
            "Checks/Shapes",
            "each wrong shape in place of each of the four",
            string.Concat(
                from part in Enumerable.Range(0, _right.Length)
                from shape in _shapes.Distinct()
                where shape != _right[part]
                select $"{Judged([.. _right.Select((right, i) => i == part ? shape : right)])}\n"));

    [Fact]
    public void Four_right_shapes_are_correct() =>
        Assert.Equal(
            "Correct. All four. The batch size 7 appears in Z only: gradients of parameters have the shape of their "
                + "parameters.",
            $"{Judged(_right)}");

    private static Verdict Judged(Size[] shapes) =>
        Check.BatchShapes(shapes[0], shapes[1], shapes[2], shapes[3]).OnStep(3);
}
