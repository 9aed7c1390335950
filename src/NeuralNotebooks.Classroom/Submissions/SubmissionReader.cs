namespace NeuralNotebooks.Classroom;

internal static class SubmissionReader
{
    /// <summary>Finds the answers in the submission's notebook with the most answers. If several have equally many, the
    /// most probable one counts.</summary>
    /// <param name="seconds">The time for one notebook, after which its thread is not waited for.</param>
    public static async Task<SubmissionContent> ReadAsync(
        AssignmentSource source, Submission submission, CancellationToken cancellation, int seconds = 60)
    {
        IReadOnlyList<SubmittedFile> notebooks = submission.Notebooks();
        ReadNotebook? best = null;
        SubmissionException? problem = null;
        foreach (SubmittedFile file in notebooks)
        {
            try
            {
                string name = SubmittedName.OtherThan(source.Name, SubmittedName.StemOf(file.Name));
                ReadNotebook read = await InTimeAsync(
                    file, () => Read(file, new AnswerReader(source, submission.Submitter.Text, name)));
                if (best is null || read.Content.Answers.Count > best.Content.Answers.Count)
                    best = read;
            }
            catch (SubmissionException e)
            {
                problem ??= e;
            }
        }
        best = best ?? throw problem!;
        SubmissionContent content = await InTimeAsync(
            best.File, () => best.Reader.WithImageFiles(best.Content, new(() => submission.Files.NextTo(best.File))));
        content = content with { IsOwnIdOfOther = content.OwnId is { } id && submission.IsIdOfOther(id) };
        string counts = $"There are {notebooks.Count} notebooks: {best.File.Name} counts.";
        return content with
        {
            Hash = HashOf(best.Hash, content),
            Notes = notebooks.Count == 1 ? content.Notes : [new(counts, NoteReaders.Student), .. content.Notes],
        };

        async Task<T> InTimeAsync<T>(SubmittedFile file, Func<T> read)
        {
            try
            {
                return await Task.Factory
                    .StartNew(read, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default)
                    .WaitAsync(TimeSpan.FromSeconds(seconds), cancellation);
            }
            catch (TimeoutException)
            {
                throw new SubmissionException(Invariant($"{file.Name} could not be read in {seconds} seconds."));
            }
        }
    }

    private static ReadNotebook Read(SubmittedFile file, AnswerReader reader)
    {
        byte[] content = file.Read();
        return new(file, HexHash.Of(content), reader, reader.Read(content));
    }

    private static string HashOf(string notebook, SubmissionContent content) =>
        HexHash.Of(
            string.Join(
                '\n',
                content.Answers.OrderBy(answer => answer.Key, StringComparer.Ordinal)
                    .SelectMany(answer => answer.Value.Images.Select(image => $"{image.Key} {image.Value.FileName}"))
                    .Prepend(content.IsOwnIdOfOther ? $"{notebook} with another student's id" : notebook)));

    private sealed record ReadNotebook(SubmittedFile File, string Hash, AnswerReader Reader, SubmissionContent Content);
}
