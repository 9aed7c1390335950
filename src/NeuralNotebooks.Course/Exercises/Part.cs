namespace NeuralNotebooks.Course;

/// <summary>One named part of an answer, such as ∂L/∂W₁. A number is a part of one row and one column.</summary>
internal sealed record Part(string Name, Matrix<double>? Value)
{
    public static Part Number(string name, double value) => new(name, Matrix.Of(new double[,] { { value } }));
}
