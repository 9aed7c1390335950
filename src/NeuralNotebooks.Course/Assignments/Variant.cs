using System.Security.Cryptography;

namespace NeuralNotebooks.Course;

/// <summary>The numbers of an assignment that differ from student to student. Each is computed from the assignment, the
/// student's id and a name, so it is the same in every host and version, and in every call.</summary>
public static class Variant
{
    /// <summary>The student's id, trimmed and case-insensitive; empty for the example that everybody may see.</summary>
    public static string Student
    {
        get => CourseSession.Current.Variant.Student;
        set => CourseSession.Current.Variant = (value, CourseSession.Current.Variant.Assignment);
    }

    /// <summary>The assignment's name. A release and a grader set it; in the teacher's source, which has the name of
    /// its folder, it is that of the working folder.</summary>
    public static string Assignment
    {
        get => CourseSession.Current.Variant.Assignment ?? Path.GetFileName(Directory.GetCurrentDirectory());
        set => CourseSession.Current.Variant = (Student, value);
    }

    /// <summary>An integer from <paramref name="min"/> to <paramref name="max"/>, both included, each equally
    /// likely.</summary>
    /// <param name="name">The name of the number in the assignment.</param>
    /// <param name="min">The smallest.</param>
    /// <param name="max">The largest.</param>
    /// <exception cref="ArgumentException"><paramref name="max"/> is less than <paramref name="min"/>.</exception>
    public static int Integer(string name, int min, int max)
    {
        if (max < min)
            throw new ArgumentException(
                $"Variant.Integer(\"{name}\", {TextOf.Number(min)}, {TextOf.Number(max)}): there is no integer "
                    + "from the first to the second.", nameof(max));
        return (int)(min + (long)Numbers(name).Below((ulong)((long)max - min) + 1));
    }

    /// <summary>One of <paramref name="choices"/>, each equally likely.</summary>
    /// <param name="name">The name of the number in the assignment.</param>
    /// <param name="choices">The values to choose from.</param>
    /// <exception cref="ArgumentException">There is nothing to choose from.</exception>
    public static T Choice<T>(string name, params T[] choices)
        => choices.Length == 0
            ? throw new ArgumentException($"Variant.Choice(\"{name}\"): there is nothing to choose from.",
                nameof(choices))
            : choices[Numbers(name).Below((ulong)choices.Length)];

    /// <summary>A matrix of independent, normally distributed entries with mean 0 and variance 1, generated column by
    /// column.</summary>
    /// <param name="name">The name of the number in the assignment.</param>
    /// <param name="rows">The number of rows.</param>
    /// <param name="columns">The number of columns.</param>
    public static M Normal(string name, int rows, int columns)
    {
        VariantNumbers numbers = Numbers(name);
        // A matrix is stored column by column.
        return Matrix.Zeros<double>(rows, columns).Map(_ => numbers.Normal());
    }

    private static VariantNumbers Numbers(string name)
        => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{Assignment}\n{name}\n{Student.Trim().ToLowerInvariant()}")));
}
