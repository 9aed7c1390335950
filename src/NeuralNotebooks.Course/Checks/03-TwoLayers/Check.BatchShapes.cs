using Size = (int Rows, int Columns);

namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 03: the shapes of W₁, Z, ∂L/∂W₁ and ∂L/∂b₁ for a network with 5 features and 3 hidden units,
    /// and a batch of 7 examples.</summary>
    /// <param name="W1">Rows and columns of W₁.</param>
    /// <param name="Z">Rows and columns of Z = W₁X + b₁u.</param>
    /// <param name="dW1">Rows and columns of ∂L/∂W₁.</param>
    /// <param name="db1">Rows and columns of ∂L/∂b₁.</param>
    public static Verdict BatchShapes(Size W1, Size Z, Size dW1, Size db1)
    {
        const int n = 5, h = 3, m = 7;
        ShapeQuestion[] questions =
        [
            new("W₁", W1, (h, n),
                Otherwise: ("W₁ leads from the features to the hidden units:", "outputs × inputs of its own layer."),
                Wrong: new()
            {
                [(n, h)] = ("This is the transpose.",
                    "In this course W is outputs × inputs: one row for each hidden unit, one column for each feature."),
                [(h, m)] = ("Weights do not depend on the batch:", "W₁ is the same for one example or a thousand."),
                [(h, n + 1)] = ("One column too many:", "the bias is not kept in W₁ here, it has a vector of its own."),
            }),
            new("Z", Z, (h, m),
                Otherwise: ("Z holds one number for each hidden unit and each example:",
                    "(rows of W₁) × (columns of X)."),
                Wrong: new()
            {
                [(m, h)] = ("This is the transpose.",
                    "In this course columns are examples: one column for each of the 7."),
                [(h, n)] = ("That is the shape of W₁.",
                    "In W₁X the inner dimensions, the features, cancel: (3 × 5)(5 × 7)."),
                [(h, 1)] = ("That is Z for one example.", "The batch puts 7 such columns side by side."),
                [(n, m)] = ("That is the shape of X.", "Z has a row for each hidden unit."),
            }),
            new("∂L/∂W₁", dW1, (h, n), Otherwise: ("A gradient has the shape of what it belongs to:", "look at W₁."),
                Wrong: new()
            {
                [(n, h)] = ("This is the transpose.", "A gradient has the shape of what it belongs to."),
                [(h, m)] = ("That is the shape of ∂L/∂Z.",
                    "Each weight has one slope, whatever the size of the batch: the product with Xᵀ sums over the "
                        + "examples."),
                [(h, 1)] = ("That is the shape of a bias.", "W₁ has 15 weights, so there are 15 slopes."),
            }),
            new("∂L/∂b₁", db1, (h, 1),
                Otherwise: ("A gradient has the shape of what it belongs to:",
                    "b₁ is one column, with a row for each hidden unit."),
                    Wrong: new()
            {
                [(1, h)] = ("This is the transpose:", "b₁ is a column here."),
                [(h, m)] = ("That is one slope for each example.",
                    "The bias is shared by all of them, so its slopes are summed: that is what uᵀ does."),
                [(h, n)] = ("That is the shape of ∂L/∂W₁.", "A hidden unit has 5 weights, but one bias."),
                [(1, 1)] = "Each of the 3 hidden units has a bias of its own.",
            }),
        ];
        if (questions.All(question => question.Yours == (0, 0)))
        {
            return Verdict.NotBegun(
                "All shapes are still 0 × 0. Write four pairs of numbers, then run the cell again.");
        }
        ShapeQuestion[] wrong = [.. questions.Where(question => question.Yours != question.Right)];
        return wrong.Length == 0
            ? Verdict.Correct(
                "All four. The batch size 7 appears in Z only: gradients of parameters have the shape of their "
                    + "parameters.")
            : wrong[0].Judge(rightOnes: questions.Length - wrong.Length);
    }

    private sealed record ShapeQuestion(string Name, Size Yours, Size Right, Hint Otherwise, Dictionary<Size, Hint>
        Wrong)
    {
        public Verdict Judge(int rightOnes)
        {
            string score = rightOnes == 0 ? "" : Invariant($"{rightOnes} of 4 are right. ");
            string message = Yours == (0, 0)
                ? $"{score}{Name} is still missing."
                : $"{score}{Name} is not {TextOf.Shape(Yours.Rows, Yours.Columns)}.";
            Hint? mistake = Yours == (0, 0) ? null : Wrong.GetValueOrDefault(Yours, Otherwise);
            bool isNear = rightOnes == 3 && Wrong.ContainsKey(Yours);
            return HintSteps.Next(Verdict.Wrong(isNear, message, mistake));
        }
    }
}
