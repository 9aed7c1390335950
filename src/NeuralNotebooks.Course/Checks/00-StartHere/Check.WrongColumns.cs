namespace NeuralNotebooks.Course;

public static partial class Check
{
    private static readonly Exercise<Classified> _wrongColumns = new()
    {
        Cases = () =>
        [
            new([0, 2, 1], [0, 1, 2], 3), new([2, 1, 1, 0, 2], [0, 2, 1, 1, 2], 3), new([1, 0], [1, 0], 2),
            new([3], [1], 4), .. from size in new[] { (2, 4), (2, 9), (5, 3), (3, 7), (5, 8), (4, 6) }
                              select Classified.Random(size.Item1, size.Item2),
        ],
        Describe = c =>
            $"for the answers {Text(c.Answers)} and the species {Text(c.Species)}, where the list is {Text(c.Wrong)}",
        Praise = "The lists agree for ten networks, with two to five species, also where all answers are right.",
        Parts = c => c.Parts,
    };

    /// <summary>Notebook 00: the numbers of the columns where a network's answer is wrong, in order.</summary>
    /// <param name="wrong">From the answers and the truth, which has a 1 in the row of the species.</param>
    public static Verdict WrongColumns(Func<int[], M, int[]?> wrong) =>
        _wrongColumns.Judge(c => wrong(c.Answers, c.Truth));

    private static string Text(int[] list) => list.Length == 0 ? "empty" : $"[{string.Join(", ", list)}]";

    private sealed record Classified(int[] Answers, int[] Species, int Classes)
    {
        public M Truth { get; } = OneHot.Encode<double>(Species, Classes);

        public int[] Wrong => Columns(i => Answers[i] != Species[i]);

        public static Classified Random(int classes, int flowers)
        {
            Random random = new(10 * classes + flowers);
            int[] species = [.. Enumerable.Range(0, flowers).Select(_ => random.Next(classes))];
            return new([.. species.Select(k => random.Next(2) == 0 ? k : random.Next(classes))], species, classes);
        }

        private int[] Columns(Func<int, bool> isListed) => [.. Enumerable.Range(0, Answers.Length).Where(isListed)];

        public Part<Classified>[] Parts => [new("The list", c => Matrices.Column(c.Wrong))
        {
            { ("These are the columns with a right answer.", "A column is wrong if `truth` has a 0 there."),
                Matrices.Column(Columns(i => Answers[i] == Species[i])) },
            { ("You count the columns from 1.", "The first one is column 0."),
                Matrices.Column(Wrong.Select(i => i + 1)) },
            { ("These are the wrong answers themselves.", "Return the numbers of their columns."),
                Matrices.Column(Wrong.Select(i => Answers[i])) },
            { ("The last column is left out.", "Go on while `i < truth.Columns`."),
                Matrices.Column(Columns(i => Wrong.Contains(i) && i < Answers.Length - 1)) },
        }];
    }
}
