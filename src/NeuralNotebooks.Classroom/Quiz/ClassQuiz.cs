namespace NeuralNotebooks.Classroom;

/// <summary>Makes the questions about each student's own code. The code runs in the sandbox: once as it was submitted,
/// and once as a <see cref="TracedCode"/>, which must return the same.</summary>
public sealed class ClassQuiz(AssignmentSource source, GraderJudge judge, JudgeOptions options)
{
    private readonly string _recorder = QuizRecorder.NewName();
    private readonly IJudge _judge = judge;

    /// <summary>The tasks about which there are no questions, each with the reason.</summary>
    internal IEnumerable<string> Problems =>
        from task in source.Tasks
        let problem = task.IsText ? "it is answered in words"
            : !CellSyntax.Parse(task.Solution).Members.Any(SyntaxKind.MethodDeclaration) ? "it declares no function"
            : task.Quiz is null ? "its hidden tests have no call of Quiz"
            : null
        where problem is not null
        select $"{task.Title}: {problem}.";

    /// <summary>Writes the students' pages and the key, in the order of the class list. Returns how many have a page,
    /// and the paths of the files.</summary>
    public async Task<(int Pages, string Quiz, string Key)> WriteAsync(
        IReadOnlyList<Submission> submissions, StudentList students, int count, string folder, Action<string> report,
        CancellationToken cancellation)
    {
        var made = new ConcurrentDictionary<SubmissionKey, QuizSheet>();
        await Parallel.ForEachAsync(
            submissions,
            cancellation,
            async (submission, token) =>
            {
                made[submission.Key] = await AskAsync(submission, count, token);
                report(submission.Folder);
            });
        IReadOnlyList<StudentId> order = students.IdsInOrder; // Others come after those in the list.
        QuizSheet[] sheets = [.. made.Values.OrderBy(sheet => sheet.Submission.Key, SubmissionKey.Ordinal)
            .OrderBy(sheet => order.TakeWhile(id => id != sheet.Submission.Id).Count())];
        string path = Path.Combine(Path.GetFullPath(folder), source.Name);
        (string pages, string key) = ($"{path}-quiz.html", $"{path}-key.html");
        NamedFile.Write(pages, QuizPages.ForStudents(source, sheets, students));
        NamedFile.Write(
            key, QuizPages.Key(source, sheets, order.Except(submissions.Select(one => one.Id)), Problems, students));
        return (sheets.Count(sheet => sheet.Questions.Count > 0), pages, key);
    }

    internal async Task<QuizSheet> AskAsync(Submission submission, int count, CancellationToken cancellation)
    {
        List<QuizQuestion> possible = [];
        List<string> problems = [];
        try
        {
            StudentsCode code = (await SubmissionReader.ReadAsync(source, submission, cancellation)).Code;
            foreach (AssignmentTask task in source.Tasks.Where(task => task.Quiz is not null))
                if (await AddAsync(possible, task, code, cancellation) is { } problem)
                    problems.Add($"{task.Title}: {problem}.");
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            problems.Add(e.Message);
        }
        return new(submission, QuizQuestions.Choose(possible, count, submission.Submitter.Text), problems);
    }

    /// <summary>Adds the possible questions about a task, or returns why there are none.</summary>
    private async Task<string?> AddAsync(
        List<QuizQuestion> possible, AssignmentTask task, StudentsCode code, CancellationToken cancellation)
    {
        if (!code.Answers.TryGetValue(task.Name, out Answer? answer))
            return "there is no answer";
        string call = await CallAsync(task, code.Student, cancellation), text = answer.Code;
        var asked = new QuizTask(task.Name, task.Title, call, text);
        if (asked.Height > QuizQuestions.MaxHeight)
            return Invariant($"the answer has {asked.Lines.Count} lines, which do not fit on a page");
        ProbeValue returned = (await JudgeAsync(code, answer, text, task, [call], cancellation))[0];
        if (returned is MissingValue)
            return $"`{call}` returns no value: {ValueText.ShortOrReason(returned)}";
        var traced = new TracedCode(text, _recorder);
        ProbeValue[] values = await JudgeAsync(
            code, answer, traced.Text, task, [$"{_recorder}.Start()", call, $"{_recorder}.All()"], cancellation);
        if (ValueText.Of(values[1]) != ValueText.Of(returned))
            return "while its variables are observed, the code does not return the same, but "
                + ValueText.ShortOrReason(values[1]);
        QuizQuestion[] found = [.. QuizQuestions.Of(asked, traced, NotesIn(values[2]), TextOf(returned))];
        possible.AddRange(found);
        return found.Length > 0 ? null : "no value of its variables is short enough";
    }

    /// <summary>The call for a student: the numbers of Variant are replaced by those of the student.</summary>
    private async Task<string> CallAsync(AssignmentTask task, string student, CancellationToken cancellation)
    {
        ExpressionSyntax call = SyntaxFactory.ParseExpression(task.Quiz!.Expression);
        SyntaxNode[] numbers = [.. call.DescendantNodes(node => !IsVariant(node)).Where(IsVariant)];
        if (numbers.Length == 0)
            return $"{call}";
        AssignmentTask asked = task with
        {
            Declarations = "",
            Probes = [.. numbers.Select(number => new Probe("", $"{number}", 0))],
        };
        TaskValues values = await _judge.JudgeAsync(
            new(source, TeachersCode.Solution(task) with { Student = student }, asked, options), cancellation);
        return call.ReplaceNodes(numbers, (number, _) => SyntaxFactory.ParseExpression(
            values.Values[Array.IndexOf(numbers, number)] switch
            {
                IntegerValue whole => whole.Digits,
                NumberValue { Value: var real } => Invariant($"{real:R}"),
                TextValue word => SymbolDisplay.FormatLiteral(word.Value, quote: true),
                var other => throw new JudgeException(
                    $"{source.Name}, {task.Name}: `{number}` in Quiz(…) is no number or text, but "
                        + $"{ValueText.ShortOrReason(other)}."),
            })).ToString();

        static bool IsVariant(SyntaxNode node) =>
            node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            && member.Expression.ToString() == "Variant";
    }

    private async Task<ProbeValue[]> JudgeAsync(
        StudentsCode code, Answer answer, string text, AssignmentTask task, string[] expressions,
        CancellationToken cancellation)
    {
        SubmittedCell first = answer.Cells[0],
            cell = new(new CodeCell(first.Cell.Id, text), first.Number) { SourceAbove = first.SourceAbove };
        StudentsCode changed = new(
            code.Student,
            [.. code.Cells.Except(answer.Cells.Skip(1)).Select(other => other == first ? cell : other)],
            new Dictionary<string, Answer>(code.Answers) { [task.Name] = answer with { Cells = [cell] } });
        AssignmentTask asked = task with
        {
            Declarations = "",
            Probes = [.. expressions.Select((one, i) => new Probe(Invariant($"{i}"), one, 0))],
        };
        return [.. (await _judge.JudgeAsync(new(WithRecorder(task), changed, asked, options), cancellation)).Values];
    }

    private AssignmentSource WithRecorder(AssignmentTask task)
    {
        SourceCell[] above = [.. source.CellsAbove(task)];
        SourceCell recorder = new(new CodeCell("", QuizRecorder.Text(_recorder)), CellRole.Given, null, null);
        return source with { Cells = [.. above, recorder, .. source.Cells.Skip(above.Length)] };
    }

    /// <summary>What the recorder has noted. A submission may have taken control of the process, so anything else is
    /// ignored.</summary>
    private static Dictionary<int, (int Count, string[] Values)> NotesIn(ProbeValue value)
    {
        Dictionary<int, (int, string[])> notes = [];
        foreach (ProbeValue note in (value as ListValue)?.Items ?? [])
            if (note is ListValue { Items: var items }
                && items.ToArray() is [IntegerValue place, IntegerValue count, .. var values]
                && int.TryParse(place.Digits, out int number) && int.TryParse(count.Digits, out int times))
                notes[number] = (times, [.. values.Select(TextOf)]);
        return notes;
    }

    /// <summary>The text of a value, of a matrix without the number of its rows and columns.</summary>
    private static string TextOf(ProbeValue value) =>
        ValueText.Of(value) is var text && value is MatrixValue ? text[text.IndexOf('[')..] : text;
}
