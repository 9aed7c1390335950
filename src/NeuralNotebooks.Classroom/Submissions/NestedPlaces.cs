namespace NeuralNotebooks.Classroom;

/// <summary>Finds submissions inside the folder of another student, who has chosen the names of all folders in
/// it.</summary>
internal static class NestedPlaces
{
    /// <summary>The submissions that are inside another student's folder.</summary>
    /// <param name="places">All submissions.</param>
    /// <param name="students">The class.</param>
    public static IReadOnlyList<SubmissionPlace> In(IEnumerable<SubmissionPlace> places, StudentList students)
    {
        List<SubmissionPlace> rest = [.. places], nested = [];
        foreach (SubmissionPlace outer in InFolders(rest))
        {
            SubmissionPlace[] inside = [.. rest.Where(place => IsInside(place, outer))];
            if (!IsMost(inside.Length, rest.Count))
                Move(inside);
        }
        Move([.. InFoldersOfOthers(InFolders(rest), students)]);
        return nested;

        void Move(SubmissionPlace[] inside)
        {
            nested.AddRange(inside);
            rest.RemoveAll(inside.Contains);
        }
    }

    /// <summary>Whether a submission is inside the folder of a student who has submitted something as well, such as
    /// ada/ben/A1 beside ada/A1.</summary>
    private static bool IsInside(SubmissionPlace place, SubmissionPlace outer) =>
        $"{place.Parent}/".StartsWith($"{outer.Parent}/{outer.Name}/".TrimStart('/'), StringComparison.Ordinal);

    /// <summary>Submissions inside the folder of a student who has submitted nothing else. For example, m/yan/A1 was
    /// uploaded by the student m if ada/A1 also exists, unless the list of students has no m.</summary>
    private static IEnumerable<SubmissionPlace> InFoldersOfOthers(SubmissionPlace[] places, StudentList students) =>
        from place in places
        let above = HighestAbove(place, places)
        where above is not null
        let folder = place.Parent[above.Length..].Trim('/').Split('/')[0]
        where !students.Lacks(SubmittedName.SafeId(students.IdOf(folder) ?? folder))
        group place by $"{above}/{folder}" into inside
        where !IsMost(inside.Count(), places.Length)
        from place in inside
        select place;

    /// <summary>The highest folder with students' folders that contains the one of a submission; null if there is
    /// none.</summary>
    private static string? HighestAbove(SubmissionPlace place, SubmissionPlace[] places) =>
        places
            .Select(other => other.Parent)
            .Where(parent =>
                parent != place.Parent
                && (parent.Length == 0 || place.Parent.StartsWith(parent + "/", StringComparison.Ordinal))
            )
            .MinBy(parent => parent.Length);

    /// <summary>Whether a folder has more than half of the submissions. Then it is not a student's folder, but that of
    /// the class.</summary>
    private static bool IsMost(int inside, int all) => 2 * inside > all;

    /// <summary>The submissions in folders with the students' names, not in downloads of a learning platform.</summary>
    private static SubmissionPlace[] InFolders(List<SubmissionPlace> places) =>
        [.. places.Where(place => place.User is null)];
}
