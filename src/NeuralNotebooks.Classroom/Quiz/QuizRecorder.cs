namespace NeuralNotebooks.Classroom;

/// <summary>The class that notes values while an answer runs: the text of a cell above the answer. Its name is random,
/// so that a submission cannot contain it. It notes no value of a type that a submission declares.</summary>
internal static class QuizRecorder
{
    public static string NewName() => $"Recorder{Guid.NewGuid():N}";

    public static string Text(string name) => $$"""
        static class {{name}}
        {
            static readonly Dictionary<int, List<object>> _notes = new();

            public static bool Start()
            {
                _notes.Clear();
                return true;
            }

            // Of each place the number, how often it was reached, and the first values
            public static void Note(int place, object value)
            {
                lock (_notes)
                {
                    if (!_notes.TryGetValue(place, out var notes)) _notes[place] = notes = [place, 0];
                    notes[1] = (int)notes[1] + 1;
                    if (notes.Count < 5) notes.Add(Copied(value));
                }
            }

            public static object[][] All() => _notes.Values.Select(notes => notes.ToArray()).ToArray();

            static object Copied(object value) => value?.GetType() is not { } type ? "…"
                : IsNumber(type) ? value
                : !type.IsArray && type.ToString().StartsWith("NeuralNotebooks.Matrix`1")
                    ? type.GetMethod("Copy").Invoke(value, null)
                : value is System.Collections.IList { Count: < 20 } list && (type.IsArray || type.Name == "List`1")
                    && list.Cast<object>().All(item => item is not null && IsNumber(item.GetType()))
                    ? list.Cast<object>().ToArray()
                : "…";

            static bool IsNumber(System.Type type) => type.IsPrimitive || type == typeof(string)
                || type.Name.StartsWith("ValueTuple`") && type.GetGenericArguments().All(IsNumber);
        }
        """;
}
