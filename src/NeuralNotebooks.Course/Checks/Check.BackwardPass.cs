using Pass = System.Func<
    NeuralNotebooks.Matrix<double>[], NeuralNotebooks.Matrix<double>[], NeuralNotebooks.Matrix<double>[], NeuralNotebooks.Matrix<double>[],
    NeuralNotebooks.Matrix<double>, double, (NeuralNotebooks.Matrix<double>[] W, NeuralNotebooks.Matrix<double>[] b)>;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const string BackwardPassSignature =
        "(Matrix<double>[] W, Matrix<double>[] b) Learn(Matrix<double>[] W, Matrix<double>[] b, Matrix<double>[] A, Matrix<double>[] G, Matrix<double> y, double alpha)";

    private static readonly PassPart[] _passParts =
    [
        new("∂L/∂W[N]", IsBias: false, batch => batch.Layers), new("∂L/∂b[N]", IsBias: true, batch => batch.Layers),
        new("∂L/∂W[N−1]", IsBias: false, batch => batch.Layers - 1), new("∂L/∂b[N−1]", IsBias: true, batch => batch.Layers - 1),
        new("∂L/∂W[1]", IsBias: false, _ => 1), new("∂L/∂b[1]", IsBias: true, _ => 1),
    ];

    private static readonly Exercise<DeepBatch> _backwardPassExercise = new()
    {
        Cases = DeepBatch.Cases,
        Describe = DeepBatch.Describe,
        FailsLater = "A size is hard-coded, or the shapes fit by luck where all layers have the same size. The number of layers is `W.Length - 1`, "
            + "that of the examples `y.Columns`; write the shape under every factor.",
        IfZero = "What you returned there is the old value: the new ones belong in `newW[l]` and `newB[l]`, not into `W` and `b`.",
        Reference = batch => PassParts(batch, batch.Right()),
        Mistakes = [.. WrongPass.All.SelectMany(wrong => _passParts.Select(part =>
            new Mistake<DeepBatch>(part.Name, wrong.Sentence, batch => part.Of(batch, wrong.Of(batch)) ?? Matrix.Zeros<double>(0, 0), wrong.IsNear)))],
        IfThrown = exception => exception is IndexOutOfRangeException || (exception is ArgumentException && exception.Message.Contains("0×0", StringComparison.Ordinal))
            ? "Layers are counted from 1 to N = `W.Length - 1` here. Index 0 of W, b and G is unused (A[0] is X), and there is no W[N + 1]: "
                + "δ[N] comes from the loss, and the loop goes on from there."
            : null,
        HasMean = true,
        Praise = "Every weight and every bias of three networks, with two layers and with three, has made the right step. You have written backpropagation for any number of layers.",
    };

    /// <summary>Notebook 04: the whole backward pass through N layers, and one step of gradient descent.</summary>
    /// <param name="learn">
    /// From W, b, A (A[0] is X) and G = g′(Z), each indexed by layer, y and α: the new W and b. The loss is 1/m Σ ½‖A[N] − y‖².
    /// The verdict is on the gradients that the step used: (W before − W after) / α.
    /// </param>
    public static Verdict BackwardPass(Pass? learn) =>
        learn is null ? Signature.Differs(null, BackwardPassSignature) : _backwardPassExercise.Judge(batch =>
        {
            // The student may write into the arrays, and into the matrices.
            DeepBatch before = batch with { W = [.. batch.W.Select(w => w.Copy())], B = [.. batch.B.Select(b => b.Copy())] };
            (Matrix<double>[] W, Matrix<double>[] b) = learn(batch.W, batch.B, batch.A, batch.G, batch.Y, batch.Alpha);
            return [.. _passParts.Select(part => new Part(part.Name, part.Used(before, W, b)))];
        });

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict BackwardPass(Delegate? learn) => Signature.Differs(learn, BackwardPassSignature);

    private static Part[] PassParts(DeepBatch batch, DeepBatch.Gradients gradients) => [.. _passParts.Select(part => new Part(part.Name, part.Of(batch, gradients)))];

    /// <summary>The gradient of the weights or biases of one layer.</summary>
    private sealed record PassPart(string Name, bool IsBias, Func<DeepBatch, int> Layer)
    {
        public Matrix<double>? Of(DeepBatch batch, DeepBatch.Gradients gradients) => (IsBias ? gradients.B : gradients.W)[Layer(batch)];

        /// <summary>The gradient that a step used; a matrix of the wrong shape is returned unchanged, so that the verdict names its shape.</summary>
        public Matrix<double>? Used(DeepBatch before, Matrix<double>[]? W, Matrix<double>[]? b)
        {
            int layer = Layer(before);
            Matrix<double> old = (IsBias ? before.B : before.W)[layer];
            Matrix<double>? now = (IsBias ? b : W)?.ElementAtOrDefault(layer);
            return now is null || !Matrices.SameShape(old, now) ? now : (old - now) / before.Alpha;
        }
    }
}
