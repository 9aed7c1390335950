using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]

// The page calls the exported methods; there is nothing to do before.
return 0;
