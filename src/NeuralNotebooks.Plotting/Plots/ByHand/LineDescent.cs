namespace NeuralNotebooks.Plotting;

/// <summary>The half squared error of a line wx + b through points, and gradient descent on it.</summary>
internal sealed class LineDescent
{
    private readonly Matrix<double> _x, _y;
    private readonly HalfSquaredError<double> _loss = new();
    private readonly GradientDescent<double> _optimizer;

    public LineDescent(double[] x, double[] y, double learningRate)
    {
        (_x, _y, _optimizer) = (Matrix.Row(x), Matrix.Row(y), new(learningRate));
        (Mean, MeanSquare) = (_x.Mean(), _x.Hadamard(_x).Mean());
        double variance = MeanSquare - Mean * Mean;
        if (variance <= 1e-12 * MeanSquare)
            throw new ArgumentException("All x are equal: many lines are equally good, none is the best.", nameof(x));
        double w = (_x.Hadamard(_y).Mean() - Mean * _y.Mean()) / variance;
        Best = (w, _y.Mean() - w * Mean);
    }

    public double LearningRate => _optimizer.LearningRate;

    public double Mean { get; }

    public double MeanSquare { get; }

    /// <summary>(w, b) at which the loss is smallest.</summary>
    public Point Best { get; }

    /// <summary>The loss at (w, b), and its derivatives.</summary>
    public (double Loss, double Dw, double Db) LossAt(Point at)
    {
        Mlp<double> unit = UnitOf(at);
        double loss = Backward(unit);
        return (loss, unit.Layers[0].WeightGradient[0, 0], unit.Layers[0].BiasGradient[0, 0]);
    }

    /// <summary>(w, b) after 0, 1, … steps of gradient descent.</summary>
    public Point[] Path(Point start, int steps)
    {
        Mlp<double> unit = UnitOf(start);
        Point[] path = new Point[steps + 1];
        path[0] = start;
        for (int step = 1; step <= steps; step++)
        {
            Backward(unit);
            _optimizer.Step(unit);
            path[step] = (unit.Layers[0].Weights[0, 0], unit.Layers[0].Biases[0, 0]);
        }
        return path;
    }

    private static Mlp<double> UnitOf(Point at) =>
        new([new Dense<double>(Matrix.Row(at.X), Matrix.Column(at.Y), Activation.Identity)]);

    private double Backward(Mlp<double> unit)
    {
        Matrix<double> output = unit.Forward(_x);
        unit.Backward(_loss.Gradient(output, _y), inputGradient: false);
        return _loss.Value(output, _y);
    }
}
