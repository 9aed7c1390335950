namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<(double x, double y)> _xor = new()
    {
        Cases = () => [(0, 1), (0, 0), (1, 0), (1, 1)],
        Describe = c => $"for x = {c.x} and y = {c.y}",
        Floor = 0.1, // an answer may be so far from 0 or 1
        Praise = "All four answers are within 0.1. Your own engine has trained a network.",
        IfZero = "(Already trained? Then the answer is exactly 0 to every row.)",
        Parts = c => [new("Answer", c => c.x == c.y ? 0 : 1)
        {
            { ("The network has not learnt: it answers about ½ to every row.",
                "Does each step build the circuit anew, go backward, and change every parameter?"), 0.5 },
            { ("The network answers 0 to every row.",
                "A parameter is used four times, and needs the sum of its shares: `+=` in `Backward`."), 0.01 },
            { ("The network answers 1 to every row.",
                "A parameter is used four times, and needs the sum of its shares: `+=` in `Backward`."), 1 },
            { ("The answers are exchanged:", "1 where exactly one of the two is 1."), c.x == c.y ? 1 : 0 },
            { ("The network answers *or*.", "A single unit can do that: let the hidden units learn, too."),
                Max(c.x, c.y) },
            { ("The network answers *and*.", "A single unit can do that: let the hidden units learn, too."),
                Min(c.x, c.y) },
            { ("From this start the network is stuck: three rows share one answer.", "Try another seed."),
                c.x + c.y > 0 ? 2.0 / 3 : 0 },
            { ("From this start the network is stuck: three rows share one answer.", "Try another seed."),
                c.x * c.y == 0 ? 2.0 / 3 : 0 },
        }],
    };

    /// <summary>Notebook 01: the answers of a network that was trained on exclusive or.</summary>
    /// <param name="answer">From x and y to what the network answers.</param>
    public static Verdict Xor(Func<double, double, double> answer) => _xor.Judge(c => answer(c.x, c.y));
}
