namespace NeuralNotebooks.Plotting;

/// <summary>Where the inputs of a circuit are placed.</summary>
internal enum InputPlacement
{
    /// <summary>At the left edge, one below the other, as in a formula's list of variables.</summary>
    Left,

    /// <summary>Each just before the first gate that needs it: no wire is longer than it has to be.</summary>
    Near,

    /// <summary>Like <see cref="Near"/>, but an input that several gates use is one layer earlier, so that its wires
    /// pass between the other inputs.</summary>
    SharedEarlier,
}

/// <summary>The layer of each part: every wire leads to the right.</summary>
internal static class Layering
{
    /// <summary>Gates as early as they can be computed, inputs according to the placement.</summary>
    /// <param name="parts">The parts, each after its inputs.</param>
    /// <param name="placement">Where inputs are placed.</param>
    public static int[] Of(IReadOnlyList<LayoutPart> parts, InputPlacement placement)
    {
        var layers = new int[parts.Count];
        for (int part = 0; part < parts.Count; part++)
            layers[part] = parts[part].Inputs.Select(input => layers[input] + 1).DefaultIfEmpty().Max();
        for (int part = 0; part < parts.Count; part++)
        {
            int[] uses = [.. parts.Zip(layers).SelectMany(gate =>
                gate.First.Inputs.Where(input => input == part).Select(_ => gate.Second))];
            bool moves = parts[part].Near || placement != InputPlacement.Left;
            if (moves && parts[part].Inputs.Length == 0 && uses.Length > 0)
                layers[part] = uses.Min() - (placement == InputPlacement.SharedEarlier && uses.Length > 1 ? 2 : 1);
        }

        int first = layers.Min();
        return Array.ConvertAll(layers, layer => layer - first);
    }
}
