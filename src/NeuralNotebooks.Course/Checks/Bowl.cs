namespace NeuralNotebooks.Course;

/// <summary>f(x, y) = ½(a x² + 2b xy + c y²), whose Hessian is [a b; b c]. Both eigenvalues are above 0.</summary>
internal sealed record Bowl(double A, double B, double C)
{
    /// <summary>The curvature along the gentlest direction.</summary>
    public double Smallest => (A + C) / 2 - Root;

    /// <summary>The curvature along the steepest direction.</summary>
    public double Largest => (A + C) / 2 + Root;

    /// <summary>Half the distance between the eigenvalues: √(((a − c)/2)² + b²).</summary>
    private double Root => Math.Sqrt((A - C) * (A - C) / 4 + B * B);
}
