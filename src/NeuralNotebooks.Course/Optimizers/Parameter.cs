namespace NeuralNotebooks.Course;

/// <summary>One parameter in one step of a <see cref="Rule"/>, in the letters of the formulas.</summary>
public sealed class Parameter
{
    /// <summary>w: the parameter itself, which the rule changes.</summary>
    public double w { get; set; }

    /// <summary>g = ∂L/∂w: its gradient.</summary>
    public double g { get; internal set; }

    /// <summary>V: an average of the gradients, if the rule uses one. It is 0 before the first step, and keeps the
    /// value that the rule sets.</summary>
    public double V { get; set; }

    /// <summary>S: an average of the squared gradients, if the rule uses one; stored like V.</summary>
    public double S { get; set; }

    /// <summary>t: the number of the step, 1 in the first.</summary>
    public int t { get; internal set; }
}
