namespace NeuralNotebooks.Classroom.Tests;

public sealed class AnswerAnalysisTests(JudgeFixture fixture)
{
    [Fact]
    public async Task The_language_numbers_strings_collections_and_LINQ_are_part_of_an_answer()
    {
        const string Code = """
            using System.IO;
            double F0(double x) => Math.Max(x, 1);
            double F1(double x)
            {
                var list = new List<double> { x, 1 };
                return list.Select(v => v * 2).Where(v => v > 0).OrderBy(v => v).First();
            }
            double F2(double x) { Console.WriteLine($"x = {x:F2}"); return x; }
            record Pair(double A, double B) { public override string ToString() => $"{A}"; }
            double F3(double x) { var (a, b) = new Pair(x, 1); return a + b; }
            double F4(double x)
            {
                if (x < 0) throw new ArgumentException($"{x.GetType().Name}");
                return x switch { > 1 => 1, _ => x };
            }
            double F5(double x)
            {
                Span<double> s = stackalloc double[3];
                s.Fill(x);
                double[] copy = [..s, 1];
                foreach (double d in copy) x += d;
                return x;
            }
            double F6(double x)
            {
                double Inner(double y) => y;
                Func<double, double> f = Inner;
                return (from v in new[] { x } select f(v)).Sum();
            }
            async Task<double> G(double x) { await Task.Yield(); return x; }
            double F7(double x) => G(x).Result;
            double F8(double x) { var watch = System.Diagnostics.Stopwatch.StartNew(); lock (watch) { return x; } }
            void Save(double x) => File.WriteAllText("x.txt", $"{x}");
            double F9(double x)
            {
                if (x > 1) throw new System.Diagnostics.UnreachableException();
                if (x < 0) throw new System.IO.InvalidDataException();
                return x;
            }
            [System.Diagnostics.DebuggerStepThrough] double F10(double x)
            {
                System.Diagnostics.Trace.WriteLine(x);
                double[] rented = System.Buffers.ArrayPool<double>.Shared.Rent(9);
                rented[0] = x;
                System.Buffers.ArrayPool<double>.Shared.Return(rented);
                return rented[0];
            }
            double F11(double x)
            {
                Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(new[] { x }));
                return x;
            }
            T Twice<T>(T x) where T : System.Numerics.INumber<T> => x + x;
            double F12(double x) => Twice(x) + System.Text.RegularExpressions.Regex.Matches("a", "a").Count;
            """;
        TestTask task = new(
            "f",
            string.Concat(Enumerable.Range(0, 13).Select(i => $"double F{i}(double x) => x;\n")),
            [.. Enumerable.Range(0, 13).Select(i => $"F{i}(0.5)")]
        );

        TaskAnswers answers = await fixture.AskAsync(task, Code);

        Assert.Equal(
            ["1", "1", "0.5", "1.5", "0.5", "3", "0.5", "0.5", "0.5", "0.5", "0.5", "0.5", "2"],
            answers.Answers.Select(AnswerText.Of)
        );
    }

    [Theory]
    [InlineData("double F(double x) => typeof(Math).GetMethods().Length;", "M:System.Type.GetMethods")]
    [InlineData("double F(double x)\n  => (dynamic)x;", "dynamic", 2)]
    [InlineData(
        "double F(double x) { System.Linq.Expressions.Expression<Func<double>> e = () => x; return 1; }",
        "T:System.Linq.Expressions.Expression`1"
    )]
    [InlineData("unsafe double F(double x) { double* p = &x; return *p; }", "unsafe")]
    [InlineData(
        "double F(double x) => System.IO.File.ReadAllText(\"a\").Length;",
        "M:System.IO.File.ReadAllText(System.String)"
    )]
    [InlineData(
        "Func<string, string> read = System.IO.File.ReadAllText;\ndouble F(double x) => 1;",
        "M:System.IO.File.ReadAllText(System.String)"
    )]
    [InlineData(
        "double F(double x) { System.Diagnostics.Process.Start(\"ls\"); return x; }",
        "M:System.Diagnostics.Process.Start(System.String)"
    )]
    [InlineData(
        "[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid();\ndouble F(double "
            + "x) => getpid();",
        "extern"
    )]
    [InlineData(
        "AppDomain.CurrentDomain.AssemblyLoad += (_, e) => { };\ndouble F(double x) => 1;",
        "P:System.AppDomain.CurrentDomain"
    )]
    [InlineData(
        "double F(double x) { try { return x; } catch (Exception e) { return e.TargetSite!.Name.Length; } }",
        "T:System.Reflection.MethodBase"
    )]
    [InlineData(
        "double F(double x) => Environment.GetEnvironmentVariables().Count;",
        "M:System.Environment.GetEnvironmentVariables"
    )]
    [InlineData(
        "double F(double x) { Delegate f = F; return (double)f.DynamicInvoke(x); }",
        "M:System.Delegate.DynamicInvoke(System.Object[])"
    )]
    [InlineData(
        "class Hook { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Load() { } "
            + "}\ndouble F(double x) => 1;",
        "M:System.Runtime.CompilerServices.ModuleInitializerAttribute.#ctor"
    )]
    [InlineData(
        "class Reader { public static implicit operator double(Reader r) => "
            + "System.IO.Directory.GetFiles(\".\").Length; }\ndouble F(double x) => new Reader();",
        "M:System.IO.Directory.GetFiles(System.String)"
    )]
    public async Task Reflection_files_processes_and_marshalling_are_not_part_of_an_answer(
        string code,
        string id,
        int? line = null
    )
    {
        NoAnswer answer = Assert.IsType<NoAnswer>(await AskAsync(code));

        Assert.Equal(NoAnswerReason.Forbidden, answer.Reason);
        if (id.Contains(':')) // A type may be found before its member.
            Assert.StartsWith(
                id.Split('(')[0].Split(':')[1].Split('.')[..^1].Aggregate((a, b) => $"{a}.{b}"),
                answer.Detail![2..]
            );
        else
            Assert.Equal(id, answer.Detail);
        if (line is not null)
            Assert.Equal(line, answer.Line);
    }

    [Theory]
    [InlineData("double F(double x) => Math.Tanh(x);", 1)]
    [InlineData("Func<double, double> tanh = Math.Tanh;\ndouble F(double x) => tanh(x);", 1)]
    [InlineData("\nusing static System.Math;\ndouble F(double x) => Tanh(x);", 3)]
    [InlineData("double F(double x) => Math.Abs(x);", 1, "T:System.Math")] // A type includes its members.
    [InlineData(
        "double F(double x)\n{\n  System.Numerics.Complex c = x;\n  c *= c;\n  return c.Real;\n}",
        4,
        "M:System.Numerics.Complex.op_Multiply" // Nothing names it.
    )]
    public async Task What_a_task_forbids_costs_it_and_is_named_with_its_line(
        string code,
        int line,
        string forbidden = "M:System.Math.Tanh"
    )
    {
        TestTask task = new("f", "double F(double x) => x;", ["F(1)"]) { Forbidden = [forbidden] };

        TaskAnswers answers = await fixture.AskAsync(task, code);

        Assert.Equal(new NoAnswer(NoAnswerReason.Forbidden, forbidden, line), answers.Answers[0]);
        Assert.Contains($"line {line}", answers.Notes[0]);
    }

    [Fact]
    public async Task The_source_and_the_teachers_answers_may_use_everything()
    {
        AssignmentSource source = fixture.Source(
            ["double Files() => System.IO.Directory.GetFiles(\".\").Length;"],
            new TestTask("f", "double F(double x) => x;", ["F(1)"]) { Forbidden = ["T:System.Math"] }
        );
        const string Student = "double F(double x) => Files() * 0 + x;",
            Teacher = "double F(double x) => System.IO.Directory.GetFiles(\".\").Length * 0 + Math.Abs(x);";

        TaskAnswers students = await fixture.AskAsync(source, ("f", Student));
        TaskAnswers teachers = await fixture.AskAsync(
            fixture.Options with
            {
                IsTrusted = true,
            },
            source,
            ("f", Teacher)
        );

        Assert.Equal(new NumberAnswer(1), students.Answers[0]);
        Assert.Equal(new NumberAnswer(1), teachers.Answers[0]);
    }

    [Fact]
    public async Task Only_what_the_judged_cell_reaches_of_other_cells_counts()
    {
        const string Helpers = "double Twice(double x) => 2 * x;\ndouble Library(double x) => Math.Tanh(x);";
        AssignmentSource source = fixture.Source(
            [],
            new TestTask("f", "double F(double x) => x;", ["F(1)"]) { Forbidden = ["M:System.Math.Tanh"] }
        );

        TaskAnswers honest = await fixture.AskAsync(source, (null, Helpers), ("f", "double F(double x) => Twice(x);"));
        TaskAnswers other = await fixture.AskAsync(source, (null, Helpers), ("f", "double F(double x) => Library(x);"));

        Assert.Equal(new NumberAnswer(2), honest.Answers[0]);
        Assert.Equal(new NoAnswer(NoAnswerReason.Forbidden, "M:System.Math.Tanh", null), other.Answers[0]);
        Assert.Contains("cell 1, line 2", other.Notes[0]);
    }

    [Theory]
    [InlineData(
        "class Hook { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Load() { } }",
        "M:System.Runtime.CompilerServices.ModuleInitializerAttribute.#ctor"
    )]
    [InlineData(
        "class C { [System.Runtime.InteropServices.DllImport(\"libc\")] static extern int getpid(); }",
        "extern"
    )]
    [InlineData("class C { static unsafe int At(int* place) => *place; }", "unsafe")]
    [InlineData(
        "int Size { get; } = System.IO.Directory.GetFiles(\".\").Length;",
        "M:System.IO.Directory.GetFiles(System.String)"
    )]
    public async Task What_takes_effect_when_a_cell_is_loaded_is_refused_wherever_it_is(string code, string id)
    {
        AssignmentSource source = fixture.Source([], new TestTask("f", "double F(double x) => x;", ["F(1)"]));

        TaskAnswers answers = await fixture.AskAsync(
            source,
            (null, $"double Twice(double x) => 2 * x;\n{code}"),
            ("f", "double F(double x) => Twice(x);")
        );

        Assert.Equal(new NoAnswer(NoAnswerReason.Forbidden, id), answers.Answers[0]);
    }

    [Theory]
    [InlineData("Check.Mistakes.SigmoidGate[0].Function(x, 1)", "P:NeuralNotebooks.Course.Check.Mistakes.SigmoidGate")]
    [InlineData("Save(null!)", "M:NeuralNotebooks.Mlp`1.Save(System.String)")]
    public async Task Known_mistakes_and_what_writes_files_are_not_part_of_an_answer(string use, string id)
    {
        AssignmentSource source = fixture.Source(
            ["#!import kit.csx"],
            new TestTask("f", "double F(double x) => x;", ["F(1)"])
        );

        TaskAnswers answers = await fixture.AskAsync(
            source,
            ("f", $"double Save(Mlp<double> net) {{ net.Save(\"x\"); return 0; }}\ndouble F(double x) => {use};")
        );

        Assert.Equal(id, Assert.IsType<NoAnswer>(answers.Answers[0]).Detail);
    }

    private async Task<Answer> AskAsync(string code) =>
        (await fixture.AskAsync(new TestTask("f", "double F(double x) => x;", ["F(0.5)"]), code)).Answers[0];
}
