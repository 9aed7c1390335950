namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string NoSlopes =
        "(Already written? `Inputs` are the nodes that the gate was given, and `Slopes` has one number for each of "
        + "them. What arrives does not belong there.)";

    private const string ChangeOfInputs = "The change of the given inputs";

    private static readonly Exercise<TimesCase> _timesGate = new()
    {
        Cases = () => [new(3, -2), new(-1.5, 0.7), new(0, -2), new(4, 0), new(0, 0),
            .. Enumerable.Range(1, 4).Select(seed => TimesCase.Of(Matrices.Random(2, 1, seed)))],
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
            TNode z = times(a, b);
            times(b, b);                        // which must not change z
            return NodeAnswer.Of(z, [c.a, c.b], a, b);
        }).Keep("Times");

    private sealed record TimesCase(double a, double b)
    {
        private double z => a * b;

        public static TimesCase Of(M x) => new(x[0, 0], 100 * x[1, 0]);

        public Part<TimesCase>[] Parts =>
        [
            new("Data", c => c.z)
            {
                { ("You added.", "The value of a × gate is the product of the two `Data`."), a + b },
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
                { ("The second input has no slope.", "`Slopes` has one number for each of `Inputs`."),
                    Matrix.Column(b, 0) },
            },
            new(ChangeOfInputs, _ => Matrix.Column(0, 0)),
        ];
    }
}
