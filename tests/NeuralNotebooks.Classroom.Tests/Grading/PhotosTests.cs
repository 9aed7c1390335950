namespace NeuralNotebooks.Classroom.Tests.Grading;

public sealed class PhotosTests(JudgeFixture fixture) : FolderedTests
{
    private const string Text = "<!-- TASK why: 2 points, by hand -->\nWhy?\n";

    [Fact]
    public async Task A_photo_is_a_file_of_the_store_and_not_part_of_the_answers()
    {
        Photo("photo.jpg", "pixels");

        JudgedSubmission graded = await Grade("![](photo.jpg)");

        string name = graded.Tasks[0].Images!["photo.jpg"];
        Assert.Equal("pixels", Folder.Read($"graded/ada/A1/images/{name}"));
        Folder.Read("graded/ada/A1/answers.json").ShouldNotContain("base64", Convert.ToBase64String("pixels"u8));
    }

    [Theory]
    [Cases(false, true)]
    public async Task Another_photo_of_the_same_name_replaces_the_first_when_grading_resumes(bool isZipped)
    {
        Photo("photo.jpg", "first");
        await Grade("![](photo.jpg)", isZipped);
        Photo("photo.jpg", "second");

        JudgedSubmission graded = await Grade("![](photo.jpg)", isZipped);

        string name = graded.Tasks[0].Images!["photo.jpg"];
        Assert.Equal("second", Folder.Read($"graded/ada/A1/images/{name}"));
        Assert.Single(Directory.GetFiles(Folder.At("graded/ada/A1/images")));
    }

    [Fact]
    public async Task Photos_beyond_20_MB_in_all_are_left_out_and_named()
    {
        const int photos = 5;
        string text = string.Concat(Enumerable.Range(0, photos).Select(i => $"![]({i}.png)\n"));
        for (int i = 0; i < photos; i++)
            Photo($"{i}.png", new string((char)('a' + i), 6_000_000));

        JudgedSubmission graded = await Grade(text);

        Assert.Null(graded.Problem);
        Assert.Equal(["0.png", "1.png", "2.png"], graded.Tasks[0].Images!.Keys);
        Assert.Equal(
            [
                "The image 3.png is left out of the answer: the images of a submission may have 20 MB in all, "
                    + "and this one exceeds the limit. Save photos in a smaller size, and submit again.",
                "The image 4.png is left out of the answer: the images of a submission may have 20 MB in all, "
                    + "and this one exceeds the limit. Save photos in a smaller size, and submit again.",
            ],
            graded.StudentNotes.Where(note => note.Contains("image", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Merging_copies_photos()
    {
        Photo("photo.jpg", "pixels");
        JudgedSubmission graded = await Grade("![](photo.jpg)");

        new ShardMerge(new GradingStore(Folder.At("merged"))).Run([Store.Path]);

        Assert.Equal("pixels", Folder.Read($"merged/ada/A1/images/{graded.Tasks[0].Images!["photo.jpg"]}"));
    }

    private GradingStore Store => new(Folder.At("graded"));

    private void Photo(string name, string content) => Folder.File($"ada/{name}", content);

    private async Task<JudgedSubmission> Grade(string answer, bool isZipped = false)
    {
        AssignmentSource source = SourceReader.Read(
            SourceNotebook.Write(Folder, Text + "<!-- BEGIN SOLUTION -->\nBecause.\n<!-- END SOLUTION -->"));
        Folder.File("ada/A1.ipynb", SourceNotebook.Json(Text + answer));
        Directory.CreateDirectory(Folder.At("submitted/ada/A1"));
        if (isZipped)
        {
            File.Delete(Folder.At("submitted/ada/A1/A1.zip"));
            System.IO.Compression.ZipFile.CreateFromDirectory(Folder.At("ada"), Folder.At("submitted/ada/A1/A1.zip"));
        }
        else
            foreach (string file in Directory.GetFiles(Folder.At("ada")))
                File.Copy(file, Folder.At($"submitted/ada/A1/{Path.GetFileName(file)}"), overwrite: true);
        Submission submission = Assert.Single(
            SubmissionSearch.Find(Folder.At("submitted"), ["A1"], GradedClass.NoStudents, _ => { }));
        await new ClassGrading([source], fixture.Judge, Store, new() { Resume = true })
            .RunAsync([submission], (_, _) => { }, Cancellation);
        return Store.Read(submission.Key)!;
    }
}
