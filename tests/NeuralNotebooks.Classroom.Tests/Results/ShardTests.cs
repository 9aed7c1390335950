namespace NeuralNotebooks.Classroom.Tests.Results;

public class ShardTests
{
    [Theory]
    [Cases(
        "2/4", null, null, 2, 4,
        "1/1", null, null, 1, 1,
        "auto/4", "0", null, 1, 4,
        "auto/4", "3", "0", 4, 4,
        "auto/60", null, "59", 60, 60)]
    public void The_number_of_a_part_is_given_or_taken_from_the_index_of_Slurm_or_Kubernetes(
        string text,
        string? slurm,
        string? kubernetes,
        int number,
        int count) => Assert.Equal((new Shard(number, count), ""), Shard.Parse(text, Environment(slurm, kubernetes)));

    [Theory]
    [Cases("0/4", "5/4", "1/0", "4", "-1/4", "a/b", "auto", "auto/4")]
    [InlineData("auto/4", "4")]
    [InlineData("auto/4", "x")]
    public void An_invalid_part_is_rejected(string text, string? slurm = null) =>
        Assert.StartsWith($"--shard {text}: ", Shard.Parse(text, Environment(slurm, null)).Problem);

    [Theory]
    [Cases(1, 4, 7)]
    public void Each_student_is_in_exactly_one_part_and_the_parts_are_of_similar_size(int count)
    {
        int[] sizes = new int[count];
        for (int i = 0; i < 1000; i++)
        {
            Shard shard = Assert.Single(
                Enumerable.Range(1, count).Select(number => new Shard(number, count)),
                shard => shard.Has($"student-{i}"));
            sizes[shard.Number - 1]++;
        }

        Assert.All(sizes, size => Assert.InRange(size, 1000 / count * 0.7, 1000 / count * 1.3));
    }

    private static Func<string, string?> Environment(string? slurm, string? kubernetes)
        => name => name switch { "SLURM_ARRAY_TASK_ID" => slurm, "JOB_COMPLETION_INDEX" => kubernetes, _ => null };
}
