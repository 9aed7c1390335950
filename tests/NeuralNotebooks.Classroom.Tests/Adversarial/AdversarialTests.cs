using System.Text.RegularExpressions;

namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Each attack gets exactly what its honest part has earned, with the right message, and does not affect
/// anybody else.</summary>
public sealed class AdversarialTests(AttackedClass attacked) : IClassFixture<AttackedClass>
{
    public static TheoryData<string> ClosedNames => [.. AttackedClass.Closed.Select(attack => attack.Name)];

    public static TheoryData<string> OpenNames =>
        [.. AttackedClass.Today(OpenAttacks.All("", "", 0)).Select(attack => attack.Name)];

    [Theory]
    [MemberData(nameof(ClosedNames))]
    public async Task An_attack_on_an_ordinary_assignment_earns_what_its_honest_part_does(string name)
    {
        await attacked.EnsureGradedAsync();
        Check(AttackedClass.Closed.Single(attack => attack.Name == name), "A1");
    }

    [Theory]
    [MemberData(nameof(OpenNames))]
    public async Task An_attack_on_the_sandbox_fails(string name)
    {
        await attacked.EnsureGradedAsync();
        Check(attacked.Open.Single(attack => attack.Name == name), "A2");
        Assert.False(attacked.IsReached);
    }

    [Theory]
    [InlineData("has-200-MB")]
    [InlineData("has-outputs-only")]
    [InlineData("is-of-another-assignment")]
    public async Task A_file_that_answers_nothing_earns_nothing(string student)
    {
        await attacked.EnsureGradedAsync();
        GradedSubmission submission = attacked.Beside.Read(new(student, "A1"))!;

        Assert.True(submission.Problem is not null || submission.Tasks.All(task => task.Score().Points == default));
        attacked.Page(student, "A1").ShouldContain(submission.Problem ?? "not answered");
    }

    [Fact]
    public async Task Normal_submissions_have_the_same_results_byte_for_byte_with_and_without_the_attacks()
    {
        await attacked.EnsureGradedAsync();
        foreach ((string student, int i) in AttackedClass.NormalStudents.Select((student, i) => (student, i)))
        {
            SubmissionKey key = new(student, AttackedClass.AssignmentOf(i));
            string alone = attacked.Alone.FolderOf(key), beside = attacked.Beside.FolderOf(key);
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
        foreach (Attack attack in AttackedClass.Closed)
        {
            // The digest of the answers has dashes, too, and an id that the attacker wrote is no secret.
            const string own = "<code>[0-9a-f-]{14}</code>|gives the id “[^”]*”";
            string page = Regex.Replace(attacked.Page(attack.Name, "A1"), own, "");
            foreach (
                string secret in (string[])
                    ["secret", "Scale(", "−5", "-5", "the argument is", "MinusFive", "normal-", "MARK-OF"]
            )
                page.ShouldNotContain(secret);
        }
    }

    private void Check(Attack attack, string assignment)
    {
        GradedSubmission submission = attacked.Beside.Read(new(attack.Name, assignment))!;
        string page = attacked.Page(attack.Name, assignment);
        string found = string.Join(
            "; ",
            submission.Tasks.Select(task =>
                $"{task.Name}: {string.Join(", ", task.Answers.Select(AnswerText.Of))} "
                + $"{string.Join(' ', task.Notes)} {task.Transcript}"
            )
        );

        Assert.True(attack.Points is null == submission.Problem is not null, submission.Problem ?? found);
        if (attack.Points is { } points)
            Assert.True(
                (double)Adjustments.Read(attacked.Beside.Path).Of(submission).RawScore!.Value == points,
                $"{attack.Name} should have {points} points. {found}"
            );
        if (attack.Says is { } words)
            Assert.Contains(words, page, StringComparison.OrdinalIgnoreCase);
    }
}
