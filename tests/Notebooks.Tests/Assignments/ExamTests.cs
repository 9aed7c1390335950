using NeuralNotebooks;

namespace Notebooks.Tests.Assignments;

public class ExamTests
{
    private static readonly string _path = Repository.At("assignments/exam/E1-exam/E1-exam.ipynb");

    private static readonly Dictionary<string, Func<FormattableString[]>> _computed = new()
    {
        ["two-paths"] = () =>
        {
            Value x = new(2, "x"), y = new(3, "y"), L = (x + y) * x;
            L.Backward();
            return [$"$L={L.Data}$", $"\\partial L/\\partial x={x.Gradient}", $"\\partial L/\\partial y={y.Gradient}"];
        },
        ["unit"] = () =>
        {
            Value[] v = [.. new double[] { 2, -1, 1, 3, 1 }.Select(number => new Value(number))];
            Value output = Value.Sigmoid(v[0] * v[2] + v[1] * v[3] + v[4]);
            output.Backward();
            Assert.Equal([0.25, 0.75, 0.5, -0.25, 0.25], v.Select(value => value.Gradient));
            return [$"b=\\tfrac14", $"w=(\\tfrac14,\\tfrac34)", $"x=(\\tfrac12,-\\tfrac14)"];
        },
        ["nudge"] = () => [$"{Central(0.1):0.####} and {Central(0.01):0.####}"],
        ["one-step"] = () =>
        {
            Mlp<double> line = new([new(Matrix.Zeros<double>(1, 1), Matrix.Zeros<double>(1, 1), Activation.Identity)]);
            HalfSquaredError<double> loss = new();
            Matrix<double> X = Matrix.Row(1, 3), y = Matrix.Row(2, 4), slopes = Matrix.Zeros<double>(1, 2);
            double before = loss.Value(line.Forward(X), y);
            loss.Gradient(line.Forward(X), y, slopes);
            line.Backward(slopes);
            var (dw, db) = (line.Layers[0].WeightGradient[0, 0], line.Layers[0].BiasGradient[0, 0]);
            new GradientDescent<double>(0.1).Step(line);
            return
            [
                $"={before}$",
                $"b={db}$",
                $"w={dw}$",
                $"$w={line.Layers[0].Weights[0, 0]:0.##}$ and $b={line.Layers[0].Biases[0, 0]:0.##}$",
                $"loss is {loss.Value(line.Forward(X), y):0.##}.",
            ];
        },
        ["largest-rate"] = () =>
        {
            double[] w = [-8, 1];
            new GradientDescent<double>(0.2).Step(w, [1 * -8, 9 * 1]);
            return
            [
                $"multiplied by {w[0] / -8:0.0} and $y$ by ${w[1]:0.0}$",
                $"$2/9={2 / 9.0:0.###}$",
                $"$2/10={2 / (1 + 9.0):0.#}$",
            ];
        },
        ["confident-mistake"] = () =>
        {
            double p = 1 / (1 + Math.Exp(2));
            return [$"={p:0.0000}$", $"p-y={p - 1:0.0000}", $"={-(1 - p) * p * (1 - p):0.0000}$"];
        },
        ["stable"] = () =>
        {
            Assert.Equal(1.0, 1 / (1 + Math.Exp(-40.0)));
            return [$"it is {new BinaryCrossEntropy<double>().Value(Matrix.Row(1000), Matrix.Row(0))}."];
        },
        ["shapes"] = () =>
        {
            Mlp<double> net = Mlp.Create<double>(5, [new(3, Activation.Sigmoid), new(2, Activation.Identity)]);
            net.Forward(Matrix.Ones<double>(5, 8));
            net.Backward(Matrix.Ones<double>(2, 8));
            string S(Matrix<double> matrix) => $"${matrix.Rows}\\times{matrix.Columns}$";
            Dense<double> hidden = net.Layers[0];
            Matrix<double>[] asked =
                [hidden.Preactivation, net.Layers[1].Weights, hidden.Delta, hidden.WeightGradient, hidden.BiasGradient];
            return [$"{string.Join(", ", asked.Select(S))}"];
        },
        ["two-layers"] = () =>
        {
            Matrix<double> A = Matrix.Of(new[,] { { 0.5, 0.75 }, { 0.25, 0.5 } }),
                δ2 = Matrix.Row(1, -2),
                w2 = Matrix.Row(2, -1),
                dw2 = δ2 * A.T,
                dA = w2.T * δ2,
                δ1 = dA.Hadamard(A.Hadamard(1 - A));
            Assert.Equal([-1, -0.75], [dw2[0, 0], dw2[0, 1]]);
            return
            [
                $"b_2={δ2.Sum()}$",
                $"{dA[0, 0]}&{dA[0, 1]}\\\\{dA[1, 0]}&{dA[1, 1]}",
                $"{δ1[0, 0]}&{δ1[0, 1]}\\\\{δ1[1, 0]}&{δ1[1, 1]}",
            ];
        },
        ["cost"] = () =>
        {
            int numbers = Mlp.Create<double>(784, [new(128, Activation.Relu), new(10, Activation.Identity)])
                .ParameterCount;
            return [$"{numbers / 1000}{{,}}{numbers % 1000}$ parameters", $"{2 * numbers:N0} forward"];
        },
        ["vanishing"] = () => [$"={Math.Pow(0.25, 19) * 1e12:0.0}\\cdot10^{{-12}}"],
        ["softmax"] = () =>
        {
            Matrix<double> scores = Matrix.Column(0, Math.Log(2), Math.Log(5)), p = Softmax.Of(scores);
            Assert.Equal(0, p.MaxAbsoluteDifference(Matrix.Column(1 / 8.0, 2 / 8.0, 5 / 8.0)), 1e-12);
            return [$"={new SoftmaxCrossEntropy<double>().Value(scores, Matrix.Column(0, 0, 1)):0.000}$"];
        },
        ["first-loss"] = () => [$"={Math.Log(10):0.000}$"],
        ["momentum"] = () => [$"{0.1} and {0.9 * 0.1 + 0.1:0.##};", $"={1.9 / 0.1:0}$"],
        ["first-steps"] = () =>
        {
            double First(Optimizer<double> rule)
            {
                double[] w = [0];
                rule.Step(w, [0.01]);
                return -w[0];
            }
            return
            [
                $"{First(new GradientDescent<double>(1)):0.00};",
                $"={First(new RmsProp<double>(1, 0.9, 1e-20)):0.00}$; {First(new Adam<double>(1)):0}.",
            ];
        },
        ["loops"] = () =>
        {
            int Lines(int step) => Enumerable.Range(0, 1024).Select(i => 4 * step * i / 64).Distinct().Count();
            int most = Enumerable.Range(1, 1024).Last(s => 3 * 4 * s * s <= 48 * 1024);
            return
            [
                $"needs one: {2 * Lines(1) + Lines(0)} lines",
                $"of its own: {2 * Lines(1024) + Lines(0)} lines",
                $"gives $s={most}$",
                $"the {1024 / most} blocks",
            ];
        },
        ["error-bar"] = () =>
        {
            double one = Math.Sqrt(0.02 * 0.98 / 10_000), other = Math.Sqrt(0.018 * 0.982 / 10_000);
            return
            [
                $"={100 * one:0.00}\\,\\%",
                $"{100 * one:0.00}^2+{100 * other:0.00}^2",
                $"={100 * Math.Sqrt(one * one + other * other):0.00}\\,\\%",
            ];
        },
        ["folds"] = () =>
        {
            double[] four = [9, 12, 12, 8, 14], sixteen = [8, 10, 12, 6, 14];
            Sample best = Sample.Of(sixteen), pairs = Sample.Of(four.Zip(sixteen, (a, b) => a - b));
            double errors = pairs.Mean / pairs.StandardError, limit = best.Mean + best.StandardError;
            return
            [
                $"={best.StandardError:0.00}$",
                $"at most {limit:0.00}",
                $"a mean of {pairs.Mean}, with a standard error of $1/\\sqrt5={pairs.StandardError:0.00}$",
                $"That is {errors:0.0} standard errors",
            ];
        },
        ["initialization"] = () =>
            [$"\\sqrt{{2/200}}={Math.Sqrt(2 / 200.0):0.0}", $"=\\frac1{{{1 << 10}}}$", $"=\\frac1{{{1 << 9}}}$"],
    };

    private static readonly AssignmentSource _exam = SourceReader.Read(_path);

    public static TheoryData<string> Computed => [.. _computed.Keys];

    [Theory]
    [MemberData(nameof(Computed))]
    public void A_model_answer_says_what_the_library_computes(string task)
    {
        Assert.All(_computed[task](), expected => Question(task).ShouldContain(FormattableString.Invariant(expected)));
    }

    [Fact]
    public void The_marking_of_each_question_makes_its_points_and_all_make_a_hundred()
    {
        Assert.Equal(21, _exam.Tasks.Count);
        Assert.All(_exam.Tasks, task => Assert.True(task.IsByHand, task.Name));
        Assert.Equal(100, Points.Sum(_exam.Tasks.Select(task => task.Points)).Exact);
        Assert.All(_exam.Tasks, task => Assert.Equal(task.Points.Exact, MarkedPoints(Question(task.Name))));
    }

    [Fact]
    public void A_released_exam_has_no_answers() => StudentVersion.Of(_exam).ToJson().ShouldNotContain("Marking.");

    [Fact]
    public void Every_session_of_the_lectures_names_its_questions()
    {
        string lectures = Repository.Read("docs/lectures.md");

        Assert.All(_exam.Tasks, task => lectures.ShouldContain($"`{task.Name}`"));
    }

    private static double Central(double h) => (Math.Pow(1 + h, 3) - Math.Pow(1 - h, 3)) / (2 * h);

    /// <summary>The points of the lines of a marking, each of which is a button of the marking page.</summary>
    private static int MarkedPoints(string question) =>
        Regex.Matches(question.Split("**Marking.**")[1], @"(?m)^(\d) points?: ").Sum(line => line.Value[0] - '0');

    private static string Question(string task) =>
        CourseNotebook.Open(_path).Cells.Select(cell => cell.Source).Single(text => text.Contains($"TASK {task}:"));
}
