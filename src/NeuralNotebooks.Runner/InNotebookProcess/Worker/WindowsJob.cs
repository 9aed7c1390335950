using System.Runtime.Versioning;

namespace NeuralNotebooks.Runner.InNotebookProcess;

/// <summary>A Windows job object: when the worker ends, Windows also ends every process that its cells have started,
/// even if their parent has ended.</summary>
/// <remarks>The worker enters the job before the first cell, so its children belong to the job. Windows closes the
/// handle of the job when the worker ends, whatever the reason.</remarks>
internal static class WindowsJob
{
    private const int ExtendedLimitInformation = 9;
    private const uint KillOnJobClose = 0x2000;

    /// <summary>Puts this process into a new job. If Windows does not allow it, processes that cells have started may
    /// outlive a worker that is killed.</summary>
    [SupportedOSPlatform("windows")]
    public static void Enter()
    {
        nint job = CreateJobObject(0, 0);
        var limits = new ExtendedLimits { Flags = KillOnJobClose };
        if (job != 0
            && SetInformationJobObject(job, ExtendedLimitInformation, in limits, ExtendedLimits.UsedSize))
            AssignProcessToJobObject(job, GetCurrentProcess());
    }

    [DllImport("kernel32", EntryPoint = "CreateJobObjectW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint CreateJobObject(nint security, nint name);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool SetInformationJobObject(nint job, int kind, in ExtendedLimits limits, int size);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool AssignProcessToJobObject(nint job, nint process);

    [DllImport("kernel32")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentProcess();

    /// <summary>JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of which only the flags are set.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 144)]
    private struct ExtendedLimits
    {
        /// <summary>Its size on 32-bit Windows is smaller.</summary>
        public static int UsedSize => nint.Size == 8 ? 144 : 112;

        [FieldOffset(16)]
        public uint Flags;
    }
}
