namespace NeuralNotebooks.Engine.Tests;

/// <summary>Questions about a cell's function. Right answers are found a second time: by calls of the function in an
/// ordinary cell, or by a formula.</summary>
public sealed class CodeQuestionsTests : IDisposable
{
    /// <summary>Asks for questions as a library does, without a reference to the engine. Each question is a line: its
    /// kind, its line, its text, the number of the right choice and the choices.</summary>
    private const string Ask = """
        string Ask(string call, string seed)
        {
            var ask = (Func<string, string, string,
                (int, (string Kind, int Line, string Text, string[] Choices, int Right)[], string)>)
                AppContext.GetData("NeuralNotebooks.Questions");
            var (number, questions, problem) = ask(call, seed, "System.Convert.ToString");
            return problem ?? string.Join("\n", questions.Select(one => string.Join("¦",
                (object[])[number, one.Kind, one.Line, one.Text, one.Right, .. one.Choices])));
        }
        """;

    private const string Squares = """
        int Squares(int n)
        {
            int sum = 0;
            for (int i = 1; i <= n; i++)
                sum += i * i;
            return sum;
        }
        """;

    private const string Clip = AskedFunction.Clip;

    private const string Weighted = """
        float Weighted(float[] x, int count)
        {
            float sum = 0;
            for (int i = 0; i < count; i++)
                sum += (i + 1) * x[i];
            return sum;
        }
        """;

    private const string Ramp = """
        double Ramp(double[] x)
        {
            double sum = 0;
            foreach (double v in x)
                sum += Math.Max(v, 0) + (v < -3 ? 1 : 0);
            return sum;
        }
        """;

    private static readonly string[] _readers = [.. Enumerable.Range(1, 6).Select(i => $"reader {i}")];

    private readonly TestSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task A_call_returns_the_right_choice()
    {
        IReadOnlyList<Question> asked = await AskAll(Squares, "() => Squares(4)", "the value that a call returns");

        foreach (Question question in asked)
            Assert.Equal(await _session.Value(Code(question.Text, 0)), question.Answer);
    }

    [Fact]
    public async Task A_variable_of_a_loop_has_the_right_choice_after_the_pass()
    {
        IReadOnlyList<Question> asked = await AskAll(Squares, "() => Squares(4)", "the value of a variable in a loop");

        Assert.All(asked, question => Assert.Equal("5", question.Answer));
    }

    [Fact]
    public async Task Only_the_right_choice_takes_the_other_branch()
    {
        IReadOnlyList<Question> asked = await AskAll(Clip, "() => Clip(7)", "the call that takes the other branch");

        foreach (Question question in asked)
        {
            string condition = Code(question.Text, 0);
            bool expected = question.Text.Contains("line 4 is true") || question.Text.Contains("line 6 is true");
            bool IsOther(string call) => expected == (condition == "y > 10"
                ? 2 * Argument(call) > 10
                : Math.Min(2 * Argument(call), 10) < -10);
            Assert.Equal(question.Choices.Select(call => call == question.Answer), question.Choices.Select(IsOther));
        }
    }

    [Fact]
    public async Task The_arguments_of_Max_are_evaluated_once()
    {
        const string Falling = """
            double Falling(double x)
            {
                double last = 0;
                for (int i = 0; i < 3; i++)
                    last = Math.Max(4, x--);
                return last;
            }
            """;

        foreach (Question question in await AskAll(Falling, "() => Falling(7)", "the call that takes the other branch"))
        {
            bool expected = question.Text.Contains("is true at least once");
            Assert.Equal(
                question.Choices.Select(call => call == question.Answer),
                question.Choices.Select(call => expected == Argument(call) < 6));
        }
    }

    [Fact]
    public async Task Long_numbers_are_rounded_in_questions_that_say_so()
    {
        const string Loss = """
            double Loss(double z)
            {
                double p = 1 / (1 + Math.Exp(-z));
                return -Math.Log(p) * (1 + p);
            }
            """;

        IReadOnlyList<Question> asked = await AskAll(Loss, "() => Loss(2)", kind: null);

        Assert.All(asked, question =>
        {
            Assert.EndsWith(" Long numbers are rounded to three digits.", question.Text);
            Assert.All(question.Choices, choice => Assert.DoesNotMatch(@"\.0*[1-9]\d{3}", choice));
        });
    }

    [Fact]
    public async Task No_value_and_no_items_are_not_wrong_choices()
    {
        const string Size = """
            string Size(double x)
            {
                string size = x * x + x > 3 ? (x > 0 ? "large" : "null") : "[]";
                return size;
            }
            """;

        foreach (Question question in await AskAll(Size, "() => Size(3)", kind: null))
            if (question.Answer is not ("null" or "[]"))
                Assert.DoesNotContain(question.Choices, choice => choice is "null" or "[]");
    }

    [Fact]
    public async Task In_a_loop_a_condition_is_true_if_it_is_true_once()
    {
        IReadOnlyList<Question> asked = await AskAll(
            Ramp, "() => Ramp([3, -4, 2])", "the call that takes the other branch");

        foreach (Question question in asked)
        {
            bool isMax = question.Text.Contains("Line 5 contains `Math.Max(v, 0)`. ");
            Assert.Equal(isMax ? "v > 0" : "v < -3", Code(question.Text, isMax ? 1 : 0));
            bool expected = question.Text.Contains("in line 5 is true at least once");
            bool IsOther(string call) => expected == Numbers(call).Any(v => isMax ? v > 0 : v < -3);
            Assert.Equal(question.Choices.Select(call => call == question.Answer), question.Choices.Select(IsOther));
        }
    }

    [Fact]
    public async Task Only_the_right_choice_returns_the_value()
    {
        IReadOnlyList<Question> asked = await AskAll(Clip, "() => Clip(7)", "the call that returns a value");

        foreach (Question question in asked)
            foreach (string call in question.Choices)
                Assert.Equal(call == question.Answer, await _session.Value(call) == Code(question.Text, 0));
    }

    [Fact]
    public async Task A_line_gives_a_variable_the_right_choice()
    {
        IReadOnlyList<Question> asked = await AskAll(Clip, "() => Clip(7)", "the value of a variable");

        foreach (Question question in asked)
        {
            Assert.Contains("Which value does line 3 give `y`?", question.Text);
            Assert.Equal(await _session.Value(Code(question.Text, 0).Replace("Clip", "2 * ")), question.Answer);
        }
    }

    [Fact]
    public async Task Only_the_right_choice_depends_on_the_line_that_is_left_out()
    {
        IReadOnlyList<Question> asked = await AskAll(Clip, "() => Clip(7)", "the call that depends on a line");

        foreach (Question question in asked)
        {
            bool isAbove = question.Text.Contains("line 4") || question.Text.Contains("line 5");
            bool isChanged = question.Text.Contains("something else");
            bool IsOther(string call) => isChanged == (isAbove ? 2 * Argument(call) > 10 : 2 * Argument(call) < -10);
            Assert.Equal(question.Choices.Select(call => call == question.Answer), question.Choices.Select(IsOther));
        }
    }

    [Theory]
    [InlineData(Squares, "() => Squares(4)")]
    [InlineData(Clip, "() => Clip(7)")]
    [InlineData(Weighted, "() => Weighted([3, 5, 2], 3)")]
    [InlineData(Ramp, "() => Ramp([3, -4, 2])")]
    [InlineData("int Sum(int n) => n == 0 ? 0 : n + Sum(n - 1);", "() => Sum(3)")]
    public async Task The_choices_differ_and_the_answer_is_not_in_the_text(string code, string call)
    {
        foreach (Question question in await AskAll(code, call, kind: null))
        {
            Assert.InRange(question.Choices.Count, 3, 4);
            Assert.Distinct(question.Choices);
            Assert.DoesNotMatch($@"(?<![\w.-]){Regex.Escape(question.Answer)}(?![\w.])", question.Text);
        }
    }

    [Fact]
    public async Task The_same_reader_gets_the_same_questions_and_another_reader_others()
    {
        await _session.Run(Ask);
        await _session.Run(Clip);

        string? first = await _session.Value("Ask(\"() => Clip(7)\", \"ada\")");

        Assert.Equal(first, await _session.Value("Ask(\"() => Clip(7)\", \"ada\")"));
        Assert.NotEqual(first, await _session.Value("Ask(\"() => Clip(7)\", \"alan\")"));
    }

    [Theory]
    [InlineData("int Endless(int n) { while (n > 0) n = n % 7 + 1; return n; }", "Endless(3)", "does not end")]
    [InlineData("int Deep(int n) => throw new Exception();", "Deep(3)", "does not end with a value")]
    [InlineData("double Sum(double x) => x == 0 ? 0 : x + Sum(x - 1);", "Sum(3)", "does not end with a value")]
    [InlineData("int L(int n) { Func<int, int> f = null; f = m => m > 0 ? f(m) : 0; return f(n); }", "L(3)", "call")]
    [InlineData("int A(int n) => n > 0 ? B(n) : 0; int B(int n) => n > 0 ? A(n - 1) : 1;", "A(3)", "call themselves")]
    [InlineData("int far = 1; int Near(int n) => n + far;", "Near(3)", "uses variables that are not its own")]
    [InlineData("int Half(int n) => n / 2;", "Half(\"3\")", "does not compile")]
    [InlineData("int Half(int n) => n / 2;", "Missing(3)", "No cell above declares a function `Missing`")]
    [InlineData("int Half(int n) => n / 2;", "3", "A call of a function that a cell declares was expected")]
    public async Task Code_without_questions_gets_a_sentence(string code, string call, string sentence)
    {
        await _session.Run(Ask);
        await _session.Run(code);

        Shown asked = await _session.Run($"Ask({Literal("() => " + call)}, \"ada\")");

        Assert.Contains(sentence, asked.Plain);
    }

    [Fact]
    public async Task Questions_leave_the_session_as_it_was()
    {
        await _session.Run(Ask);
        await _session.Run("static int calls = 0;");
        await _session.Run(Clip);
        string before = Variables();

        await _session.Run("Ask(\"() => Clip(7)\", \"ada\");");

        Assert.Equal(before, Variables());
        Assert.Equal(CellOutcome.CompileError, (await _session.Run("__nnNotes")).Outcome);
    }

    private string Variables() =>
        string.Join(", ", _session.Session.Variables().Select(variable => $"{variable.Name} = {variable.Text}"));

    /// <summary>The questions of a kind that some readers get, at least one.</summary>
    private async Task<IReadOnlyList<Question>> AskAll(string code, string call, string? kind)
    {
        await _session.Run(Ask);
        await _session.Run(code);
        var all = new List<Question>();
        foreach (string reader in _readers)
            foreach (string line in (await _session.Value($"Ask({Literal(call)}, {Literal(reader)})"))!.Split('\n'))
                if (Question.Parse(line) is { } question && (kind is null || question.Kind == kind))
                    all.Add(question);
        Assert.NotEmpty(all);
        return all;
    }

    private static string Literal(string text) => $"\"{text.Replace("\"", "\\\"")}\"";

    /// <summary>A piece of code between back-ticks.</summary>
    private static string Code(string text, int index) => text.Split('`')[2 * index + 1];

    /// <summary>The number in a call such as <c>Clip(-3.5)</c>.</summary>
    private static double Argument(string call) => Numbers(call).Single();

    private static IEnumerable<double> Numbers(string call) =>
        call.Split('(', '[', ',', ']', ')')[1..].Where(part => part.Length > 0)
            .Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture));

    private sealed record Question(string Kind, string Text, int Right, IReadOnlyList<string> Choices)
    {
        public string Answer => Choices[Right - 1];

        public static Question Parse(string line)
        {
            string[] parts = line.Split('¦');
            return new(parts[1], parts[3], int.Parse(parts[4], System.Globalization.CultureInfo.InvariantCulture),
                parts[5..]);
        }
    }
}
