#include "cli.h"

int main(int argc, char** argv) { return yaodian::run(argc, argv); }
