using MaxBackward = System.Func<double[], double, double[]>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string MaxGateSignature = "double[] MaxBackward(double[] x, double dz)";

    private const string LastIsLeftOut = "The last input never wins in your code: the loop ends one too early. It runs while `i < x.Length`.";

    private static readonly Exercise<MaxCase> _maxGateExercise = new()
    {
        Cases = () => [new([3, -1, 7, 2], 2), new([5, 1], -1.5), new([-3, -1, -2], 4), new([2, 2], 3), new([-6, 1, 0.5, 1, 1], 0.5), new([0.5, 3], -2)],
        Describe = max => max.Describe(),
        Reference = max => [new(MaxCase.Part, max.To((x, i) => i == max.First))],
        Mistakes =
        [
            new(MaxCase.Part, "You forgot the gradient that arrives: the winner gets dz, not 1.", max => 1 / max.Arriving * max.To((x, i) => i == max.First)),
            new(MaxCase.Part, "At a tie you give the whole gradient to every winner, as the indicator 𝟙[x = z] does. Together they get more than arrived. Give it to the first winner only.",
                max => max.To((x, i) => x == max.Largest)),
            new(MaxCase.Part, "This is the indicator 𝟙[x = z]: dz is missing, and at a tie every winner gets the whole. Give dz to the first winner only.",
                max => 1 / max.Arriving * max.To((x, i) => x == max.Largest), IsNear: false),
            new(MaxCase.Part, "At a tie you share the gradient equally. That is a subgradient too, so it is not wrong. But this course gives it all to the first of the equal inputs: do the same.",
                max => 1.0 / max.Inputs.Count(x => x == max.Largest) * max.To((x, i) => x == max.Largest)),
            new(MaxCase.Part, "At a tie the last of the equal inputs wins in your code. That is a subgradient too, but this course lets the first one win: compare with `>`, not `>=`.",
                max => max.To((x, i) => i == Array.LastIndexOf(max.Inputs, max.Largest))),
            new(MaxCase.Part, "At a tie your code gives the gradient to no input. The first of the equal inputs should.",
                max => max.To((x, i) => x == max.Largest && max.Inputs.Count(other => other == x) == 1)),
            new(MaxCase.Part, "The gradient goes to the smallest input: that is the min gate. In a max gate the largest one wins.",
                max => max.To((x, i) => i == Array.IndexOf(max.Inputs, max.Inputs.Min()))),
            new(MaxCase.Part, "The losers get the gradient and the winner gets none: the condition is the wrong way round.", max => max.To((x, i) => i != max.First)),
            new(MaxCase.Part, "Every input gets the gradient: that is the + gate. A max gate gives it to the winner alone.", max => max.To((_, _) => true), IsNear: false),
            new(MaxCase.Part, "The first input gets the gradient whatever it is. Find out first which input is the largest.", max => max.To((_, i) => i == 0), IsNear: false),
            new(MaxCase.Part, "You scaled by the winner's value, as a × gate would. The slope of max in its winner is 1: pass dz on unchanged.",
                max => max.Largest * max.To((x, i) => i == max.First)),
            new(MaxCase.Part, "This is the winner's value, not a gradient. The winner gets dz.", max => max.Largest / max.Arriving * max.To((x, i) => i == max.First), IsNear: false),
            new(MaxCase.Part, "You compare absolute values. −3 is smaller than −1: compare the inputs themselves.",
                max => max.To((x, i) => i == Array.FindIndex(max.Inputs, y => Math.Abs(y) == max.Inputs.Max(Math.Abs)))),
            new(MaxCase.Part, "Where all inputs are negative, no input wins in your code. The search for the largest seems to begin at 0: begin with `x[0]`.",
                max => max.To((x, i) => i == max.First && x > 0)),
            new(MaxCase.Part, "Where all inputs are negative the wrong one wins in your code. The search for the largest seems to begin at 0: begin with `x[0]`.",
                max => max.To((x, i) => i == (max.Largest > 0 ? max.First : 0))),
            new(MaxCase.Part, LastIsLeftOut, max => max.To((x, i) => i == max.First && i < max.Inputs.Length - 1)),
            new(MaxCase.Part, LastIsLeftOut, max => max.To((x, i) => i == Array.IndexOf(max.Inputs, max.Inputs[..^1].Max()))),
        ],
        Praise = "The winner takes it all, for any number of inputs, for negative ones and at a tie.",
    };

    /// <summary>Notebook 01: the backward pass of z = max(x₁, …, xₙ), where the first of equal inputs wins.</summary>
    /// <param name="backward">From the inputs and ∂L/∂z, the gradient that arrives, to one gradient for each input.</param>
    public static Verdict MaxGate(MaxBackward? backward) => backward is null
        ? Signature.Differs(null, MaxGateSignature)
        : _maxGateExercise.Judge(max => [new(MaxCase.Part, backward(max.Inputs, max.Arriving) is { } dx ? Matrix.Column(dx) : null)]);

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict MaxGate(Delegate? backward) => Signature.Differs(backward, MaxGateSignature);

    /// <summary>The inputs of a max gate, and the gradient that arrives at its output.</summary>
    private sealed record MaxCase(double[] Inputs, double Arriving)
    {
        public const string Part = "dx";

        public double Largest => Inputs.Max();

        public int First => Array.IndexOf(Inputs, Largest);

        public string Describe() => $"for x = ({string.Join(", ", Inputs.Select(Readable.Number))}), dz = {Readable.Number(Arriving)}";

        /// <summary>Passes the whole gradient to the inputs that are selected by value and index, and 0 to the others.</summary>
        public Matrix<double> To(Func<double, int, bool> wins) => Matrix.Column([.. Inputs.Select((x, i) => wins(x, i) ? Arriving : 0)]);
    }
}
