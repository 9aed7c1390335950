namespace NeuralNotebooks.Classroom;

/// <summary>Selects the student's cells that run in the session of a task: cells that declare names which the answer
/// uses, directly or indirectly, and cells that change a variable which it uses.</summary>
internal sealed class NeededCells
{
    private readonly HashSet<OwnText> _required = [];

    /// <summary>The cells that run because they change variables, with the names of these variables; and the cells that
    /// only declare names used by those, with an empty text.</summary>
    private readonly Dictionary<OwnText, string> _changing = [];
    private readonly List<string> _notes = [];

    private NeededCells()
    {
    }

    /// <summary>Notes about cells that do not run, with the reason.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public bool Contains(OwnText cell) => _required.Contains(cell) || _changing.ContainsKey(cell);

    /// <summary>Whether a cell can be left out, because no cell that must run uses its declarations.</summary>
    public bool IsOptional(OwnText cell) => _changing.ContainsKey(cell);

    /// <summary>Whether a path is that of a cell that can be left out.</summary>
    public bool IsOptional(string path) => _changing.Keys.Any(cell => cell.Path == path);

    /// <summary>Removes the cells that run only because they change variables.</summary>
    /// <returns>The names of these variables.</returns>
    public string LeaveOut()
    {
        string changed = string.Join(", ", _changing.Values.Where(names => names.Length > 0).Distinct());
        _changing.Clear();
        return changed;
    }

    /// <summary>Notes for the student about the cells that run because they change variables.</summary>
    public IEnumerable<string> Running() =>
        _changing
            .Where(cell => cell.Value.Length > 0)
            .Select(cell => $"{cell.Key.Path} runs before the answer, because it may change {cell.Value}.");

    /// <summary>Finds the cells that the session needs.</summary>
    /// <param name="compiler">Compiles the cells. They do not run.</param>
    /// <param name="task">The task.</param>
    /// <param name="own">The student's own cells above it.</param>
    /// <param name="code">The judged cell.</param>
    public static NeededCells Find(CellCompiler compiler, CompileTask task, IReadOnlyList<OwnText> own, string code)
    {
        var needed = new NeededCells();
        var names = new NamedCells(ScriptSyntax.Parse(code).GetRoot(), task.Source, own);
        if (names.Used.Count == 0 && names.Changing.Count == 0)
            return needed;
        foreach (HashSet<OwnText> named in (HashSet<OwnText>[])[[.. names.Used, .. names.Changing], names.Used])
        {
            try
            {
                needed._notes.Clear();
                needed.FindAmong(named, names.Used, compiler, task, own, code);
                return needed;
            }
            catch (SourceFailedException)
            {
                // The second attempt omits the cells that only change variables, which may have caused the error.
            }
        }
        needed._notes.Add(
            "Cells of the assignment do not compile after the cells that were added above them; the "
                + "added cells were left out."
        );
        return needed;
    }

    private void FindAmong(
        HashSet<OwnText> named,
        HashSet<OwnText> usedByName,
        CellCompiler compiler,
        CompileTask task,
        IReadOnlyList<OwnText> own,
        string code
    )
    {
        var cells = new Dictionary<string, (OwnText Text, CSharpCompilation Compilation)>();
        CompiledText last = compiler.CompileChain(task.Source, own, Add);
        CSharpCompilation judged = compiler.Bind(last, code, SessionCompiler.JudgedPath);
        Require(judged, cells, _required);
        if (named.Count > usedByName.Count)
            FindChanging(new SessionCode([.. last.Compilations(), judged]), judged, cells, task.Held);

        CompiledText Add(CompiledText last, OwnText cell)
        {
            try
            {
                if (!named.Contains(cell))
                    return cell.Usings.Length > 0 ? compiler.Compile(last, cell.Usings, cell.Path) : last;
                CompiledText added = compiler.Compile(last, cell.Code, cell.Path);
                cells[added.Compilation!.AssemblyName!] = (cell, added.Compilation);
                return added;
            }
            catch (CompileErrorException e)
            {
                if (usedByName.Contains(cell))
                    _notes.Add($"{cell.Path} does not compile, and was left out: {SessionCompiler.Describe(e)}");
                return last;
            }
        }
    }

    /// <summary>Adds the cells that declare symbols which a cell uses, directly or indirectly, as the compiler has
    /// bound them.</summary>
    /// <returns>The added cells.</returns>
    private static List<CSharpCompilation> Require(
        CSharpCompilation from,
        Dictionary<string, (OwnText Text, CSharpCompilation Compilation)> cells,
        HashSet<OwnText> required
    )
    {
        var added = new List<CSharpCompilation>();
        var toVisit = new Queue<CSharpCompilation>([from]);
        while (toVisit.TryDequeue(out CSharpCompilation? compilation))
            foreach (ISymbol symbol in UsedSymbols.In(compilation))
                if (
                    symbol.ContainingAssembly is { } assembly
                    && cells.TryGetValue(assembly.Name, out var cell)
                    && cell.Compilation != compilation
                    && required.Add(cell.Text)
                )
                {
                    added.Add(cell.Compilation);
                    toVisit.Enqueue(cell.Compilation);
                }
        return added;
    }

    /// <summary>Adds the cells that change a variable which the answer, or another cell that runs, uses.</summary>
    private void FindChanging(
        SessionCode session,
        CSharpCompilation judged,
        Dictionary<string, (OwnText Text, CSharpCompilation Compilation)> cells,
        IReadOnlyList<string> held
    )
    {
        HashSet<ISymbol> used = session.UsedVariables(judged.SyntaxTrees[0].GetRoot());
        foreach (var cell in cells.Values.Where(cell => _required.Contains(cell.Text)))
            Use(cell.Compilation);
        var others = cells
            .Values.Where(cell => !_required.Contains(cell.Text) && cell.Text.Names.Runs)
            .Select(cell => (Cell: cell, Changed: Changed(cell.Text, cell.Compilation)))
            .ToList();
        while (others.FindIndex(other => other.Changed.Overlaps(used)) is >= 0 and var found)
        {
            ((OwnText text, CSharpCompilation compilation), HashSet<ISymbol> changed) = others[found];
            others.RemoveAt(found);
            changed.IntersectWith(used);
            string[] answers = [.. changed.Where(IsHeld).Select(variable => variable.Name)];
            if (answers.Length > 0)
            {
                if (answers.Any(name => !text.Held.Contains(name)))
                    _notes.Add(
                        $"{text.Path} may change {Names(changed)}, and does not run before the answer: the "
                            + $"assignment's value of {string.Join(", ", answers.Order(StringComparer.Ordinal))} "
                            + $"is used."
                    );
                continue;
            }
            _changing.TryAdd(text, Names(changed));
            Use(compilation);
            // Cells that only this cell needs can be left out together with it.
            var more = new HashSet<OwnText>(_required.Concat(_changing.Keys));
            foreach (CSharpCompilation declaring in Require(compilation, cells, more))
            {
                _changing.TryAdd(cells[declaring.AssemblyName!].Text, "");
                Use(declaring);
            }
        }

        void Use(CSharpCompilation cell)
        {
            used.UnionWith(session.UsedVariables(cell.SyntaxTrees[0].GetRoot()));
            // Other variables of the cell may refer to the changed object.
            if (session.ChangedVariables(SessionCode.Running(cell)).Overlaps(used))
                used.UnionWith(SessionCode.ObjectsOf(cell));
        }

        // A cell need not run because of changes to variables that it declares itself.
        HashSet<ISymbol> Changed(OwnText text, CSharpCompilation cell)
        {
            HashSet<ISymbol> changed = session.ChangedVariables(SessionCode.Running(cell));
            changed.RemoveWhere(variable => variable.ContainingAssembly.Name == cell.AssemblyName);
            return changed;
        }

        bool IsHeld(ISymbol variable) =>
            held.Contains(variable.Name) && !cells.ContainsKey(variable.ContainingAssembly.Name);
    }

    private static string Names(IEnumerable<ISymbol> variables) =>
        string.Join(", ", variables.Select(variable => variable.Name).Order(StringComparer.Ordinal));
}
