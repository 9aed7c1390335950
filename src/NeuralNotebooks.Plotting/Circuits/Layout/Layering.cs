namespace NeuralNotebooks.Plotting;

/// <summary>In which layer each part stands: every wire leads to the right.</summary>
internal static class Layering
{
    /// <summary>Gates as early as they can be computed; inputs at the left edge, or each just before the first gate that needs it.</summary>
    /// <param name="parts">The parts, each after its inputs.</param>
    /// <param name="inputsFirst">Whether inputs stand at the left edge.</param>
    public static int[] Of(IReadOnlyList<LayoutPart> parts, bool inputsFirst)
    {
        var layers = new int[parts.Count];
        for (int part = 0; part < parts.Count; part++)
        {
            foreach (int input in parts[part].Inputs)
                layers[part] = Math.Max(layers[part], layers[input] + 1);
        }

        var earliestUse = Enumerable.Repeat(int.MaxValue, parts.Count).ToArray();
        for (int part = 0; part < parts.Count; part++)
        {
            foreach (int input in parts[part].Inputs)
                earliestUse[input] = Math.Min(earliestUse[input], layers[part]);
        }

        for (int part = 0; part < parts.Count; part++)
        {
            bool moves = parts[part].Inputs.Length == 0 && earliestUse[part] < int.MaxValue;
            if (moves && (parts[part].Near || !inputsFirst))
                layers[part] = earliestUse[part] - 1;
        }

        return layers;
    }
}
