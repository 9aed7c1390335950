namespace NeuralNotebooks.Classroom.Tests.Adversarial;

public sealed class AdversarialTests(AttackedClass attacked) : IClassFixture<AttackedClass>
{
    [Theory]
    [FactsOf(Attacks.Closed)]
    public Task An_attack_on_an_ordinary_assignment_earns_only_the_points_of_its_correct_answers(string attack) =>
        CheckAsync(Attacks.Closed, attack, "A1");

    [Theory]
    [FactsOf(Attacks.Open)]
    public async Task An_attack_on_the_sandbox_fails(string attack)
    {
        await CheckAsync(Attacks.Open, attack, "A2");
        Assert.False(attacked.IsReached);
    }

    [Theory]
    [Cases("has-outputs-only", "has-200-MB", "is-of-another-assignment", Daily = 1)]
    public async Task A_file_that_answers_nothing_earns_nothing(string student)
    {
        await attacked.EnsureGradedAsync();
        JudgedSubmission submission = attacked.Beside.Read(new(student, "A1"))!;

        Assert.True(submission.Problem is not null || submission.Tasks.All(task => task.Score().Points == default));
        attacked.Page(student, "A1").ShouldContain(submission.Problem ?? "not answered");
    }

    [Fact]
    public async Task Normal_submissions_have_the_same_results_byte_for_byte_with_and_without_the_attacks()
    {
        await attacked.EnsureGradedAsync();
        foreach ((int i, string student) in AttackedClass.NormalStudents.Index())
        {
            SubmissionKey key = new(student, AttackedClass.AssignmentOf(i));
            string alone = attacked.Alone.Folder.Of(key), beside = attacked.Beside.Folder.Of(key);
            string[] files = [.. Directory.GetFiles(alone).Select(Path.GetFileName).Order()!];

            Assert.Contains("answers.json", files);
            Assert.Equal(files, Directory.GetFiles(beside).Select(Path.GetFileName).Order());
            foreach (string file in files)
                Assert.Equal(File.ReadAllText(Path.Combine(alone, file)), File.ReadAllText(Path.Combine(beside, file)));
        }
    }

    [Fact]
    public async Task No_page_of_an_attacker_reveals_a_name_an_argument_or_a_message()
    {
        await attacked.EnsureGradedAsync();
        foreach (string attack in Attacks.Today(Attacks.Closed))
        {
            // The attacker's own text and the id in the attacker's notebook may be on the page.
            const string own = "<pre class=\"code\">.*?</pre>|gives the id “[^”]*”";
            string page = attacked.Page(Attacks.StudentOf(attack), "A1");
            page = Regex.Replace(page, own, "", RegexOptions.Singleline);
            page.ShouldNotContain("secret", "Scale(", "−5", "-5", "the argument is", "MinusFive", "normal-", "MARK-OF");
        }
    }

    private async Task CheckAsync(string file, string attack, string assignment)
    {
        if (attack.EndsWith("(nightly)", StringComparison.Ordinal))
            Nightly.Only();
        await attacked.EnsureGradedAsync();
        string student = Attacks.StudentOf(attack);
        JudgedSubmission submission = attacked.Beside.Read(new(student, assignment))!;
        IReadOnlyList<Saying> said = ApprovedTexts.Said(file, attack);
        Points? points = Adjustments.Read(attacked.Beside.Path).GradeOf(submission).RawScore;
        foreach (JudgedTask task in submission.Tasks)
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{task.Name}: {string.Join(", ", task.Probes.Select(probe => ValueText.Of(probe.Actual)))} "
                    + $"{string.Join(' ', task.Notes)} {task.Transcript}");

        ApprovedTexts.Check(
            file, attack,
            $"{string.Concat(said.Select(saying => saying.Written))}{points?.ToString() ?? "no"} points\n");
        Assert.Contains(said[^1].Text, attacked.Page(student, assignment), StringComparison.OrdinalIgnoreCase);
    }
}
