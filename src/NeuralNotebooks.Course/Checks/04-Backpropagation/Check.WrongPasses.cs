namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Lineup _wrongPasses = new(
        [4, 7, 1, 5, 6, 3],
        [
            "every gradient would be six times as large, so each would be off by 5.",
            "every gradient would have the other sign, so each would be off by 2.",
            "W₃ and b₃ would be right. The numbers before them are random, but of the right size: off by about 1.",
            "W₃ and b₃ would be right. The slopes of tanh and σ are at most 1 and ¼: without them δ is far too large.",
            "W₃ and b₃ would be right, and what comes before them nearly so: one step at this rate changes W little.",
            "every W would be wrong, and every b right: A is not used for the biases.",
            "every W would be right. Every b would be a sixth of what it should be, so it would be off by 5/6.",
            "W₁ and b₁ would be off by exactly 1, and all others right.",
        ],
        "All six. Walk from the output to the input, up to the first gradient that differs, and look whether W, b or "
            + "both are wrong there.", Suspects: "I II III IV V VI");

    /// <summary>Notebook 04: the numbers of the mistakes in six backward passes, of which only the errors are
    /// known.</summary>
    public static Verdict WrongPasses(int I, int II, int III, int IV, int V, int VI) =>
        _wrongPasses.Judge(I, II, III, IV, V, VI);
}
