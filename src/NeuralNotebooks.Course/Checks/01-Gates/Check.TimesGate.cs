namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string NoSlopes =
        "(Already written? `Inputs` are the nodes that the gate was given, and `Slopes` has one number for each of "
        + "them. What arrives does not belong into it.)";

    private static readonly Exercise<TimesCase> _timesGate = new()
    {
        Cases = () => [new(3, -2), new(-1.5, 0.7), new(0, -2), new(4, 0), new(0, 0)],
        Describe = c => $"for a = {c.a} and b = {c.b}",
        Praise = "The value and both slopes, also where an input is 0: each input has the other one as its slope.",
        IfZero = NoSlopes,
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 01: the × gate as a node of the reader's own class.</summary>
    /// <param name="input">From a name and a number to an input of a circuit.</param>
    /// <param name="times">From a and b to the node of a · b.</param>
    public static Verdict TimesGate<TNode>(Func<string, double, TNode> input, Func<TNode, TNode, TNode> times)
        where TNode : class, INode<TNode> =>
        _timesGate.Judge(c =>
        {
            TNode a = input("a", c.a), b = input("b", c.b);
            return NodeAnswer.Of(times(a, b), a, b);
        });

    private sealed record TimesCase(double a, double b)
    {
        private double z => a * b;

        public Part<TimesCase>[] Parts =>
        [
            new("Data", c => c.z)
            {
                { ("You added.", "The value of a × gate is the product of the two `Data`."), a + b },
                { ("This is the value of one input.", "Multiply both."), a },
            },
            new("Slopes", c => Matrix.Column(c.b, c.a))
            {
                { ("The wires are exchanged:", "each input has the *other* one as its slope."), Matrix.Column(a, b) },
                { ("These are the slopes of a + gate.", "If a rises by 0.01, a · b rises by b · 0.01."),
                    Matrix.Column(1, 1), NotYet },
                { ("This is out over in, z/a and z/b.",
                    "Where an input is 0 that is 0/0, not a number. Take the other input instead."),
                    Matrix.Column(z / a, z / b) },
                { ("Each slope is the whole product.", "Leave the input itself out of it: the other one is left."),
                    Matrix.Column(z, z) },
                { ("You added the inputs.", "Each slope is the other input alone."), Matrix.Column(a + b, a + b) },
                { ("The first input has no slope.", "`Slopes` has one number for each of `Inputs`."),
                    Matrix.Column(0, a) },
                { ("The second input has no slope.", "`Slopes` has one number for each of `Inputs`."),
                    Matrix.Column(b, 0) },
                { ("Both slopes are that of the first input.", "The slope in b is a."), Matrix.Column(b, b) },
                { ("Both slopes are that of the second input.", "The slope in a is b."), Matrix.Column(a, a) },
            },
        ];
    }
}
