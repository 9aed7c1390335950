using System.ComponentModel;

namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>
    /// The known mistakes of checks on one function with one result, by the check's name. The source of an assignment
    /// includes them by <c>// MISTAKES task: Check.SigmoidGate</c>. Answers must not call them: a wrong value is often
    /// one step away from the right one.
    /// </summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static class Mistakes
    {
        /// <summary>Those of <see cref="Check.SigmoidGate"/>.</summary>
        public static IReadOnlyList<WrongAnswer<Func<double, double, double>>> SigmoidGate =>
            _sigmoidGate.WrongAnswers<Func<double, double, double>>(wrong => (z, dz) => wrong(new(z, dz))[0, 0]);

        /// <summary>Those of <see cref="Check.MaxGate"/>.</summary>
        public static IReadOnlyList<WrongAnswer<Func<double[], double, double[]>>> MaxGate =>
            _maxGate.WrongAnswers<Func<double[], double, double[]>>(wrong =>
                (x, dz) => [.. wrong(new(x, dz)).AsSpan()]);

        /// <summary>Those of <see cref="Check.CrossEntropy"/>.</summary>
        public static IReadOnlyList<WrongAnswer<Func<M, M, double>>> CrossEntropy =>
            _crossEntropy.WrongAnswers<Func<M, M, double>>(wrong => (s, y) => wrong(new(s, y, ""))[0, 0]);

        /// <summary>Those of <see cref="Check.Softmax"/>.</summary>
        public static IReadOnlyList<WrongAnswer<Func<double[], double[]>>> Softmax =>
            _softmax.WrongAnswers<Func<double[], double[]>>(wrong => scores => [.. wrong(new(scores)).AsSpan()]);

        /// <summary>Those of <see cref="Check.LargestBlock"/>.</summary>
        public static IReadOnlyList<WrongAnswer<Func<int, int, int>>> LargestBlock =>
            _largestBlock.WrongAnswers<Func<int, int, int>>(wrong =>
                (bytes, perNumber) => (int)wrong(new(bytes, perNumber))[0, 0]);

        /// <summary>Those of <see cref="Check.Intensity"/>.</summary>
        public static IReadOnlyList<WrongAnswer<Func<int, int, int, double>>> Intensity =>
            _intensity.WrongAnswers<Func<int, int, int, double>>(wrong => (m, k, n) => wrong(new(m, k, n, k))[0, 0]);
    }
}
