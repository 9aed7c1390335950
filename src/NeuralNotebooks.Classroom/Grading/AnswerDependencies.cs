using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Classroom;

/// <summary>
/// What the answer to a probe depends on: the cell that answers the task and the student's own cells, the hidden
/// declarations, the probe's expression, the given cells above the task, and those references of earlier tasks whose
/// names occur. Nothing else affects the answer.
/// </summary>
internal sealed class AnswerDependencies(AssignmentSource source)
{
    private const int KeyBytes = 16;

    private readonly Dictionary<SourceCell, Known> _cells = source
        .Cells.Where(cell => cell.Cell is CodeCell && cell.Role is CellRole.Given or CellRole.Task)
        .ToDictionary(
            cell => cell,
            cell => new Known(
                DeclaredNames.Of(cell.Cell.Source),
                DeclaredNames.WordsOf(cell.Cell.Source),
                Hash([cell.Cell.Source])
            )
        );

    private readonly ConcurrentDictionary<(string Task, string Code), IReadOnlyList<string>> _teachers = [];

    /// <summary>A hash of what the answer to each probe depends on.</summary>
    /// <param name="task">The task.</param>
    /// <param name="student">The student whose variant is used.</param>
    /// <param name="texts">The cell that answers the task, and other cells by the same author.</param>
    public IReadOnlyList<string> KeysOf(AssignmentTask task, string student, params IReadOnlyList<string> texts)
        => [.. WithoutStudent(task, texts).Select(key => Hash([student, key]))];

    /// <summary>The same for a cell of the teacher's, which is asked for many students.</summary>
    public IReadOnlyList<string> KeysOfTeacher(AssignmentTask task, string student, string code) =>
        [
            .. _teachers
                .GetOrAdd((task.Name, code), _ => WithoutStudent(task, [code]))
                .Select(key => Hash([student, key])),
        ];

    /// <summary>Whether the reference's answers can differ from student to student.</summary>
    public bool UsesVariant(AssignmentTask task)
    {
        string[] own =
        [
            task.Reference,
            task.Declarations,
            .. task.Probes.Select(probe => probe.Expression),
            .. task.Mistakes.Select(mistake => mistake.Code),
        ];
        return own.Any(text => DeclaredNames.WordsOf(text).Contains("Variant"))
            || Above(task, own).Any(cell => _cells[cell].Words.Contains("Variant") && !IsUnused(cell, own));

        // A given cell that declares only unused names.
        bool IsUnused(SourceCell cell, string[] texts) =>
            cell.Role == CellRole.Given
            && _cells[cell].Declared is { Count: > 0 } declared
            && !declared.Overlaps(
                texts
                    .Concat(Above(task, texts).Where(other => other != cell).Select(other => other.Cell.Source))
                    .SelectMany(DeclaredNames.WordsOf)
            );
    }

    /// <summary>The given cells above a task, and the references of earlier tasks that the texts use, directly or
    /// indirectly.</summary>
    private IEnumerable<SourceCell> Above(AssignmentTask task, IEnumerable<string> texts)
    {
        SourceCell[] above =
        [
            .. source
                .Cells.TakeWhile(cell => cell.Role != CellRole.Task || cell.Task != task.Name)
                .Where(_cells.ContainsKey),
        ];
        HashSet<string> words =
        [
            .. texts.SelectMany(DeclaredNames.WordsOf),
            .. above.Where(cell => cell.Role == CellRole.Given).SelectMany(cell => _cells[cell].Words),
        ];
        var used = new HashSet<SourceCell>();
        foreach (SourceCell reference in above.Where(cell => cell.Role == CellRole.Task).Reverse())
        {
            if (_cells[reference].Declared is { Count: 0 } || _cells[reference].Declared.Overlaps(words))
            {
                used.Add(reference);
                words.UnionWith(_cells[reference].Words);
            }
        }
        return above.Where(cell => cell.Role == CellRole.Given || used.Contains(cell));
    }

    private string[] WithoutStudent(AssignmentTask task, IReadOnlyList<string> texts)
    {
        string[] all = [.. texts, task.Declarations];
        string own = Hash([.. all, .. task.Forbidden, "", .. task.Allowed]);
        return
        [
            .. task.Probes.Select(probe =>
                Hash([
                    own,
                    probe.Expression,
                    .. Above(task, [.. all, probe.Expression]).Select(cell => _cells[cell].Hash),
                ])
            ),
        ];
    }

    private static string Hash(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string text in texts)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length)); // Length prefix: no two lists hash the same bytes.
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset(), 0, KeyBytes);
    }

    private sealed record Known(IReadOnlySet<string> Declared, IReadOnlySet<string> Words, string Hash);
}
